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

/** Counts whole cases, or the visits to one stage: in cells of equal month of arrival and of departure, and by recording lag. */
export class StageTally {
  private readonly cells = new Map<number, FlowCell>();
  private readonly open: FlowCell[] = [];
  private readonly lags = new Map<number, number>();

  constructor(private readonly view: FlowView) {}

  add({ number, started, ended, handed }: Counted): void {
    const { period, horizon, recent } = this.view;
    const left = ended !== null && isPast(ended, horizon) ? ended : null;
    const cell = this.cell(started, left);
    cell.visits += 1;
    if (number > 1) cell.again += 1;
    for (const at of handed) if (at >= period.begin && at < horizon.at) cell.handOffs += 1;
    if (left !== null) {
      cell.length = (cell.length ?? 0) + (left - started) / 1000;
      if (left >= recent) cell.recent += 1;
    }
    cell.occupied += Math.max(0, (left ?? horizon.at) - Math.max(started, period.begin)) / 1000;
  }

  /** So many spans were registered so late, in seconds. */
  addLag(seconds: number, spans: number): void {
    if (spans > 0) this.lags.set(seconds, (this.lags.get(seconds) ?? 0) + spans);
  }

  finish(): { cells: FlowCell[]; lags: LagCount[] } {
    const lags = [...this.lags].map(([seconds, spans]) => ({ seconds, spans }));
    return {
      cells: [...this.cells.values(), ...this.open],
      lags: lags.sort((a, b) => a.seconds - b.seconds),
    };
  }

  private cell(started: number, left: number | null): FlowCell {
    const { period, horizon } = this.view;
    const arrived = bucketOf(started, period.bounds);
    if (left === null) {
      const cell = { ...emptyCell(arrived, null), age: (horizon.at - started) / 1000 };
      this.open.push(cell);
      return cell;
    }
    const departed = bucketOf(left, period.bounds);
    const place = arrived * (period.bounds.length + 1) + departed;
    let cell = this.cells.get(place);
    if (cell === undefined) this.cells.set(place, (cell = emptyCell(arrived, departed)));
    return cell;
  }
}

function emptyCell(arrived: number, departed: number | null): FlowCell {
  return {
    ...{ arrived, departed, visits: 0, again: 0, handOffs: 0, recent: 0 },
    ...{ length: departed === null ? null : 0, occupied: 0, age: null },
  };
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
