import type { EpochMilliseconds } from '../cases/case-history';
import {
  type Member,
  type StageVisit,
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

/** What events tell of one instance. */
interface ToldOfInstance {
  /** Ledger numbers of the returns. */
  returns: Set<number>;
  /** Ledger number of the last event that found fault, by region and stage. */
  faults: Map<string, number>;
}

/** Counts what happened in a period, and what passed stages in it: the events first, then case after case. */
export class QualityCounter {
  /** By stage and holder. */
  private readonly counts = new Map<string | null, Map<string | null, Counts>>();
  /** Of instances with such events: most have none, and need no look. */
  private readonly told = new Map<string, ToldOfInstance>();

  constructor(
    private readonly period: QualityPeriod,
    events: readonly QualityEvent[],
  ) {
    for (const event of events) this.addEvent(event);
  }

  addCase(one: VisitsOfCase): void {
    const told = instanceIds(one).map((id) => this.told.get(id));
    forEachVisit(one, (visit) => this.addVisit(visit, one.members[visit.place], told[visit.place]));
  }

  finish(): QualityCount[] {
    return [...this.counts.values()].flatMap((ofHolders) =>
      [...ofHolders.values()].flatMap((times) => [...times.values()]),
    );
  }

  private addEvent({ instanceId, holder, kind, number, region, stage, at }: QualityEvent): void {
    if (at >= this.period.from) this.count(kind, stage, holder);
    if (kind === 'correction') return;
    const { returns, faults } = madeAt(this.told, instanceId, () => ({
      returns: new Set(),
      faults: new Map(),
    }));
    if (kind === 'return') returns.add(number);
    if (region === null || stage === null) return;
    const place = `${region} ${stage}`;
    faults.set(place, Math.max(number, faults.get(place) ?? 0));
  }

  private addVisit(
    visit: StageVisit,
    { holder, outcome }: Member = { holder: null, outcome: null },
    told?: ToldOfInstance,
  ): void {
    const { track, number, opened, closed, started, ended, isLast, cameBack } = visit;
    const { region, stage } = track;
    const { from, until } = this.period;
    if (started >= until) return;
    if (number > 1 && started >= from) this.count('reEntry', stage, holder);
    if (ended === null || ended >= until || ended < from) return;
    if (number > 1 && told?.returns.has(opened) === true) this.count('redelivery', stage, holder);
    if (
      (cameBack !== null && cameBack < until) ||
      (isLast && outcome !== null && ABANDONED.includes(outcome))
    )
      return;
    const fault = told?.faults.get(`${region} ${stage}`);
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

/** The value at a key, made where there is none yet. */
function madeAt<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
