import { type Horizon, isPast } from '../cases/case-frame';
import type { StageVisit } from '../visits/written-visits';
import type { FlowCell } from './flow-of';
import type { FlowPeriod } from './flow-period';
import type { LagCount } from './lag-of';

/** From where flow is seen. Epoch milliseconds. */
export interface FlowView {
  period: FlowPeriod;
  horizon: Horizon;
  /** Since when departures count for the backlog. */
  recent: number;
}

/** A visit, or a whole case, that had begun by the horizon. */
type Counted = Pick<StageVisit, 'number' | 'started' | 'ended' | 'handed'>;

/** A cell's sums lie beside each other in one list of numbers, which grows by no object for a million visits. */
const SUMS = 6;
const [VISITS, AGAIN, HAND_OFFS, RECENT, LENGTH, OCCUPIED] = [0, 1, 2, 3, 4, 5] as const;

/** Counts whole cases, or the visits to one stage: in cells of equal month of arrival and of departure, and by recording lag. */
export class StageTally {
  /** Buckets of time: what came before the period, then its months. */
  private readonly buckets: number;
  private readonly sums: Float64Array;
  private readonly open: FlowCell[] = [];
  private readonly lags = new Map<number, number>();
  private punctual = 0;

  constructor(private readonly view: FlowView) {
    this.buckets = view.period.bounds.length + 1;
    this.sums = new Float64Array(this.buckets * this.buckets * SUMS);
  }

  add(visit: Counted): void {
    const { started, ended } = visit;
    const { horizon } = this.view;
    if (ended === null || !isPast(ended, horizon)) this.addOpen(visit);
    else this.addLeft(visit, started, ended);
  }

  /** So many spans were registered so late, in seconds. */
  addLag(seconds: number, spans: number): void {
    if (seconds === 0) this.punctual += spans;
    else if (spans > 0) this.lags.set(seconds, (this.lags.get(seconds) ?? 0) + spans);
  }

  finish(): { cells: FlowCell[]; lags: LagCount[] } {
    const lags = [...this.lags].map(([seconds, spans]) => ({ seconds, spans }));
    if (this.punctual > 0) lags.push({ seconds: 0, spans: this.punctual });
    return { cells: [...this.left(), ...this.open], lags: lags.sort((a, b) => a.seconds - b.seconds) };
  }

  private addOpen({ number, started, handed }: Counted): void {
    const { period, horizon } = this.view;
    this.open.push({
      ...{ arrived: bucketOf(started, period.bounds), departed: null },
      ...{ visits: 1, again: number > 1 ? 1 : 0, handOffs: this.handOffs(handed), recent: 0, length: null },
      occupied: Math.max(0, horizon.at - Math.max(started, period.begin)) / 1000,
      age: (horizon.at - started) / 1000,
    });
  }

  private addLeft({ number, handed }: Counted, started: number, ended: number): void {
    const { period, recent } = this.view;
    const { sums } = this;
    const at = (bucketOf(started, period.bounds) * this.buckets + bucketOf(ended, period.bounds)) * SUMS;
    const add = (sum: number, by: number): void => {
      sums[at + sum] = (sums[at + sum] ?? 0) + by;
    };
    add(VISITS, 1);
    if (number > 1) add(AGAIN, 1);
    if (handed.length > 0) add(HAND_OFFS, this.handOffs(handed));
    if (ended >= recent) add(RECENT, 1);
    add(LENGTH, (ended - started) / 1000);
    add(OCCUPIED, Math.max(0, ended - Math.max(started, period.begin)) / 1000);
  }

  private handOffs(handed: readonly number[]): number {
    const { period, horizon } = this.view;
    return handed.filter((at) => at >= period.begin && at < horizon.at).length;
  }

  private left(): FlowCell[] {
    const cells: FlowCell[] = [];
    for (let at = 0; at < this.sums.length; at += SUMS) {
      const [visits = 0, again = 0, handOffs = 0, recent = 0, length = 0, occupied = 0] = this.sums.subarray(
        at,
        at + SUMS,
      );
      const place = at / SUMS;
      const [arrived, departed] = [Math.floor(place / this.buckets), place % this.buckets];
      if (visits > 0)
        cells.push({ arrived, departed, visits, again, handOffs, recent, length, occupied, age: null });
    }
    return cells;
  }
}

/** How many of the ascending bounds are not after a moment, as `width_bucket` counts. */
function bucketOf(at: number, bounds: readonly number[]): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
