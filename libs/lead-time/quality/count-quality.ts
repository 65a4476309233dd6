import type { EpochMilliseconds } from '../cases/case-history';
import { madeAt } from '../made-at';
import {
  type Member,
  type StageVisit,
  type Track,
  type VisitsOfCase,
  forEachVisit,
  instanceIds,
} from '../visits/written-visits';
import { ABANDONED } from './definitions';
import type { EventKind, QualityCount } from './quality-of';

/** Something that tells of quality, with the stage to whose work it happened; null where it happened to none. */
export interface QualityEvent {
  instanceId: string;
  holder: string | null;
  kind: EventKind;
  /** In the ledger of the instance. */
  number: number;
  region: string | null;
  stage: string | null;
  at: EpochMilliseconds;
}

/** From when until when counts. Epoch milliseconds; what happens at `until` does not. */
export interface QualityPeriod {
  from: EpochMilliseconds;
  until: EpochMilliseconds;
}

type Counts = Map<QualityCount['what'], QualityCount>;

/** Counts what happened in a period, and what passed stages in it, case after case. */
export class QualityCounter {
  /** By stage and holder. */
  private readonly counts = new Map<string | null, Map<string | null, Counts>>();

  constructor(private readonly period: QualityPeriod) {}

  /** `events`: of the whole tree that the case is in. */
  addCase(one: VisitsOfCase, events: readonly QualityEvent[]): void {
    const { tree, place, isPart } = one;
    // Most instances have no such event, and need no look.
    const ids = events.length === 0 ? [] : instanceIds(tree);
    const told = events.filter(
      ({ at, instanceId }) => at < this.period.until && (!isPart || instanceId === ids[place]),
    );
    for (const event of told) this.addEvent(event);
    forEachVisit(one, (visit) => this.addVisit(visit, tree.members[visit.place], told, ids[visit.place]));
  }

  finish(): QualityCount[] {
    return [...this.counts.values()].flatMap((ofHolders) =>
      [...ofHolders.values()].flatMap((times) => [...times.values()]),
    );
  }

  private addEvent({ holder, kind, stage, at }: QualityEvent): void {
    if (at >= this.period.from) this.count(kind, stage, holder);
  }

  private addVisit(
    visit: StageVisit,
    { holder, outcome }: Member = { holder: null, outcome: null },
    told: readonly QualityEvent[],
    instanceId: string | undefined,
  ): void {
    const { track, number, opened, closed, started, ended, isLast, cameBack } = visit;
    const { stage } = track;
    const { from, until } = this.period;
    if (started >= until) return;
    if (number > 1 && started >= from) this.count('reEntry', stage, holder);
    if (ended === null || ended >= until || ended < from) return;
    if (number > 1 && cameOfReturn(told, instanceId, opened)) this.count('redelivery', stage, holder);
    if (
      (cameBack !== null && cameBack < until) ||
      (isLast && outcome !== null && ABANDONED.includes(outcome))
    )
      return;
    const fault = lastFault(told, instanceId, track);
    if (fault === closed) return;
    this.count('passed', stage, holder);
    if (number === 1 && fault === undefined) this.count('right', stage, holder);
  }

  private count(what: QualityCount['what'], stage: string | null, holder: string | null): void {
    const count = madeAt(this.countsOf(stage, holder), what, () => ({ stage, holder, what, times: 0 }));
    count.times += 1;
  }

  private countsOf(stage: string | null, holder: string | null): Counts {
    const ofStage = madeAt(this.counts, stage, () => new Map<string | null, Counts>());
    return madeAt(ofStage, holder, () => new Map());
  }
}

function cameOfReturn(
  told: readonly QualityEvent[],
  instanceId: string | undefined,
  opened: number,
): boolean {
  return told.some(
    (event) => event.kind === 'return' && event.instanceId === instanceId && event.number === opened,
  );
}

/** Ledger number of the last event that found fault with the work of a stage. */
function lastFault(
  told: readonly QualityEvent[],
  instanceId: string | undefined,
  { region, stage }: Track,
): number | undefined {
  let last: number | undefined;
  for (const event of told) {
    if (event.instanceId !== instanceId || event.region !== region || event.stage !== stage) continue;
    if (event.kind !== 'correction') last = Math.max(event.number, last ?? 0);
  }
  return last;
}
