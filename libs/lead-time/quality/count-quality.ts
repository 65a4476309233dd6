import type { EpochMilliseconds } from '../cases/case-history';
import type { StageVisit } from '../visits/written-visits';
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

/** Counts what happened in a period, and what passed stages in it: the events first, then case after case. */
export class QualityCounter {
  /** By stage and holder. */
  private readonly counts = new Map<string | null, Map<string | null, Counts>>();
  /** The last event that found fault, by instance, region and stage. */
  private readonly found = new Map<string, number>();
  /** Instances with such events: most have none, and need no look. */
  private readonly instances = new Set<string>();
  private readonly returns = new Set<string>();

  constructor(
    private readonly period: QualityPeriod,
    events: readonly QualityEvent[],
  ) {
    for (const event of events) this.addEvent(event);
  }

  addCase(visits: readonly StageVisit[]): void {
    for (const [index, visit] of visits.entries()) this.addVisit(visit, visits[index + 1]);
  }

  finish(): QualityCount[] {
    return [...this.counts.values()].flatMap((ofHolders) =>
      [...ofHolders.values()].flatMap((times) => [...times.values()]),
    );
  }

  private addEvent({ instanceId, holder, kind, number, region, stage, at }: QualityEvent): void {
    if (at >= this.period.from) this.count(kind, stage, holder);
    if (kind === 'correction') return;
    if (kind === 'return') this.returns.add(`${instanceId} ${number}`);
    if (stage === null) return;
    const place = `${instanceId} ${region} ${stage}`;
    this.found.set(place, Math.max(number, this.found.get(place) ?? 0));
    this.instances.add(instanceId);
  }

  /** `following`: the visit after it in the list, which is the next to the same stage if it is not a first one. */
  private addVisit(visit: StageVisit, following: StageVisit | undefined): void {
    const { instanceId, holder, region, stage, number, opened, closed, started, ended, outcome } = visit;
    const { from, until } = this.period;
    if (started >= until) return;
    if (number > 1 && started >= from) this.count('reEntry', stage, holder);
    if (ended === null || ended >= until || ended < from) return;
    if (number > 1 && this.returns.has(`${instanceId} ${opened}`)) this.count('redelivery', stage, holder);
    const cameBack = following !== undefined && following.number > 1 && following.started < until;
    if (cameBack || (outcome !== null && ABANDONED.includes(outcome))) return;
    const known = this.instances.has(instanceId);
    const fault = known ? this.found.get(`${instanceId} ${region} ${stage}`) : undefined;
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
