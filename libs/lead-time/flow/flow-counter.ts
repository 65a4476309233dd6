import {
  type StageVisit,
  type Track,
  type VisitsOfCase,
  forEachVisit,
  instanceIds,
  wholeCase,
} from '../visits/written-visits';
import type { FlowBody, StageFlow } from './flow';
import { type FlowCell, flowOf, sumOf } from './flow-of';
import { lagOf } from './lag-of';
import { type FlowView, StageTally } from './stage-tally';

/** A visit of which some spans may have begun outside the period. */
export type CutVisit = Pick<StageVisit, 'opened' | 'closed'> & Track & { instanceId: string };

/** Adds up cases one at a time: whole cases, and the visits to each stage. */
export class FlowCounter {
  readonly cut: CutVisit[] = [];
  /** What was over before is of no interest. */
  readonly since: number;
  private readonly cases: StageTally;
  private readonly stages = new Map<string, StageTally>();
  /** The same tallies: a track is found without a look at its text. */
  private readonly tracks = new Map<Track, StageTally>();

  constructor(private readonly view: FlowView) {
    this.cases = new StageTally(view);
    this.since = Math.min(view.period.begin, view.recent);
  }

  addCase(one: VisitsOfCase): void {
    const whole = wholeCase(one);
    if (this.isSeen(whole)) this.cases.add({ ...whole, number: 1, handed: [] });
    forEachVisit(one, (visit) => {
      if (this.isSeen(visit)) this.addVisit(visit, one);
    });
  }

  stage(key: string): StageTally {
    let tally = this.stages.get(key);
    if (tally === undefined) this.stages.set(key, (tally = new StageTally(this.view)));
    return tally;
  }

  finish(): FlowBody {
    const rows = [...this.stages].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      cases: flowOf(this.cases.finish().cells, this.view.period),
      rows: rows.map(([key, tally]) => rowOf(key, tally, this.view)),
    };
  }

  private addVisit(visit: StageVisit, one: VisitsOfCase): void {
    const { period, horizon } = this.view;
    const { track, place, started, last, opened, closed } = visit;
    let tally = this.tracks.get(track);
    if (tally === undefined) this.tracks.set(track, (tally = this.stage(track.stage)));
    tally.add(visit);
    if (started >= period.begin && last < horizon.at) addLags(tally, visit);
    else if (last >= period.begin)
      this.cut.push({ instanceId: instanceIds(one.tree)[place] ?? '', ...track, opened, closed });
  }

  private isSeen({ started, ended }: Pick<StageVisit, 'started' | 'ended'>): boolean {
    return started < this.view.horizon.at && (ended === null || ended >= this.since);
  }
}

function addLags(tally: StageTally, { spans, late }: StageVisit): void {
  tally.addLag(0, spans - late.length);
  for (const seconds of late) tally.addLag(seconds, 1);
}

function rowOf(key: string, tally: StageTally, { period }: FlowView): StageFlow {
  const { cells, lags } = tally.finish();
  const arrived = cells.filter((cell: FlowCell) => cell.arrived > 0);
  return {
    ...{ key, ...flowOf(cells, period) },
    ...{ reEntries: sumOf(arrived, 'again'), handOffs: sumOf(cells, 'handOffs'), recordingLag: lagOf(lags) },
  };
}
