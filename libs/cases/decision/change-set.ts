import { type Job, arrivalJob, wakeUpJob } from '../outbox/jobs';
import type {
  ChangeSet,
  ClockCycleRow,
  IdempotencyRow,
  OutboxRow,
  PayloadRow,
  RegistrationCounterRow,
  SpanRow,
} from '../rows';
import type { Circumstances } from './circumstances';
import type { Facts } from '../facts/facts';
import type { FamilyEvolution } from './family-evolution';
import type { Loaded } from './loaded';

/** The rows of a command that are not facts of the family. */
export interface Accompanying {
  readonly payload: PayloadRow | null;
  readonly registration: RegistrationCounterRow | null;
  readonly idempotency: IdempotencyRow | null;
}

const NOTHING: Omit<Facts, 'instance'> = { spans: [], clocks: [], milestones: [] };

/** The difference between the family as it was loaded and as it is now. Unchanged rows keep their identity. */
export function changeSetOf(
  family: FamilyEvolution,
  loaded: Pick<Loaded, 'family'>,
  circumstances: Circumstances,
  accompanying: Accompanying,
): ChangeSet {
  const changed = [...family.facts.values()].filter(
    (facts) => loaded.family.get(facts.instance.id) !== facts,
  );
  const before = (facts: Facts) => loaded.family.get(facts.instance.id) ?? NOTHING;
  const spans = changed.flatMap((facts) => added(facts.spans, before(facts).spans));
  const clocks = changed.flatMap((facts) => added(facts.clocks, before(facts).clocks));
  return {
    instances: changed.map((facts) => facts.instance),
    ledger: family.ledger,
    payloads: accompanying.payload ? [accompanying.payload] : [],
    spans,
    clocks,
    milestones: changed.flatMap((facts) => added(facts.milestones, before(facts).milestones)),
    outbox: [
      ...changed.flatMap((facts) => arrivals(facts, before(facts).spans, circumstances)),
      ...clocks.flatMap((clock) => wakeUp(clock, circumstances)),
    ],
    formRevisions: [],
    idempotency: accompanying.idempotency,
    registration: accompanying.registration,
    replacedFacts: [],
  };
}

function added<Row>(now: readonly Row[], before: readonly Row[]): Row[] {
  return now.filter((row) => !before.includes(row));
}

/**
 * A stage's queue hears when the stage is entered, and of each leaf that the worker executes. Claims, pauses
 * and hand-offs within a stage are no arrivals.
 */
function arrivals(
  { instance, spans }: Facts,
  before: readonly SpanRow[],
  circumstances: Circumstances,
): OutboxRow[] {
  const { registry } = circumstances.configuration;
  const open = before.filter((span) => span.endedAt === null);
  const wasIn = ({ region, stage }: SpanRow) =>
    open.some((span) => span.region === region && span.stage === stage);
  const isExecuted = ({ leaf }: SpanRow) => registry.isExecuted(instance.workflow, leaf);
  return added(spans, before)
    .filter((span) => span.endedAt === null && (isExecuted(span) || !wasIn(span)))
    .flatMap((span) => outboxRows(arrivalJob(span), circumstances));
}

/** Clocks of stage `none` have no queue; the sweeper wakes them. */
function wakeUp(clock: ClockCycleRow, circumstances: Circumstances): OutboxRow[] {
  return clock.endedAt === null && clock.stage !== 'none' ? outboxRows(wakeUpJob(clock), circumstances) : [];
}

function outboxRows(job: Job | null, { at, ids }: Circumstances): OutboxRow[] {
  return job === null ? [] : [{ id: ids.next(), ...job, createdAt: at }];
}
