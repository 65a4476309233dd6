import {
  type Instant,
  afterWakeUp,
  breachClock,
  civilDateOf,
  clockDefinition,
  definitionOf,
  extendClock,
  extensionRefusal,
  lengthRefusal,
  meetClock,
  pauseClock,
  resumeClock,
  startClock,
  voidClock,
} from '@ledtid/time';
import type { ClockUse } from '@ledtid/workflow';
import type { ClockCycleRow } from '../rows';
import type { Configuration, EvolutionRefusal, Facts, Happening } from './facts';

/** Whose clock it is. */
type ClockOwner = Pick<ClockCycleRow, 'instanceId' | 'rootId' | 'holder'>;

interface ClockMoment {
  readonly owner: ClockOwner;
  readonly number: number;
  readonly occurredAt: Instant;
  readonly record: Happening['record'];
  readonly uses: readonly ClockUse[];
  /** The stage entered, whose queue wakes the clocks started now. */
  readonly stage: string;
}

/** Sets off what the entered leaves declare: met before void before paused before started. */
export function useClocks(
  clocks: readonly ClockCycleRow[],
  moment: ClockMoment,
  { clocks: configuration }: Configuration,
): readonly ClockCycleRow[] | EvolutionRefusal {
  if (moment.uses.length === 0) return clocks;
  const keys = (kind: keyof ClockUse) => [...new Set(moment.uses.flatMap((use) => use[kind] ?? []))];
  const { occurredAt } = moment;
  let changed = change(clocks, keys('meets'), (cycle) => meetClock(cycle, occurredAt));
  changed = change(changed, keys('voids'), (cycle) => voidClock(cycle, occurredAt));
  changed = change(changed, keys('pauses'), (cycle) =>
    pauseClock(cycle, definitionOf(configuration, cycle), occurredAt),
  );
  const starts = keys('starts');
  const resumed = change(changed, starts, (cycle) =>
    resumeClock(cycle, definitionOf(configuration, cycle), occurredAt),
  );
  const fresh = starts.filter((key) => !resumed.some((cycle) => cycle.key === key && isOpen(cycle)));
  for (const key of fresh) {
    const refusal = lengthRefusal(definitionAt(key, moment, configuration), setDaysOf(moment.record));
    if (refusal) return { refused: refusal.code };
  }
  return [...resumed, ...fresh.map((key) => freshClock(key, moment, configuration))];
}

/** A case that has ended lets no clock run on. */
export function voidOpenClocks(clocks: readonly ClockCycleRow[], at: Instant): readonly ClockCycleRow[] {
  return clocks.map((cycle) => (isOpen(cycle) ? { ...cycle, ...voidClock(cycle, at) } : cycle));
}

function isOpen(cycle: ClockCycleRow): boolean {
  return cycle.endedAt === null;
}

/** What a wake-up does to its clock. Refused when the cycle has ended or moved meanwhile. */
export function wakeClock(
  { clocks }: Facts,
  { type, record, occurredAt }: Happening,
  { clocks: configuration }: Configuration,
): readonly ClockCycleRow[] | EvolutionRefusal {
  const cycle = clocks.find(
    (open) => open.key === record.clock && open.started === record.started && isOpen(open),
  );
  const expected = type === 'CLOCK_DUE' ? 'breach' : record.moment;
  if (cycle?.wakeUp !== expected || cycle?.wakeUpAt == null || cycle.wakeUpAt > occurredAt) {
    return { refused: 'clock-not-due' };
  }
  const definition = definitionOf(configuration, cycle);
  const woken = type === 'CLOCK_DUE' ? breachClock(cycle, occurredAt) : afterWakeUp(cycle, definition);
  return replace(clocks, cycle, { ...cycle, ...woken });
}

/** Extends the running cycle of the named clock, once. */
export function extendOpenClock(
  { clocks }: Facts,
  { record, number, occurredAt }: Happening,
  { clocks: configuration }: Configuration,
): readonly ClockCycleRow[] | EvolutionRefusal {
  const cycle = clocks.find((open) => open.key === record.clock && isOpen(open));
  if (!cycle) return { refused: 'clock-not-running' };
  const definition = clockDefinition(configuration, cycle.key, civilDateOf(cycle.startedAt));
  const days = typeof record.days === 'number' ? record.days : null;
  const refusal = extensionRefusal(cycle, definition, occurredAt, days);
  if (refusal !== null) return { refused: refusal.code };
  return replace(clocks, cycle, { ...cycle, ...extendClock(cycle, definition, number, occurredAt, days) });
}

function freshClock(key: string, moment: ClockMoment, configuration: Configuration['clocks']): ClockCycleRow {
  const { owner, number: started, occurredAt: at, stage, record } = moment;
  const definition = definitionAt(key, moment, configuration);
  return { ...startClock({ definition, started, stage, at, setDays: setDaysOf(record) }), ...owner };
}

function definitionAt(key: string, { occurredAt }: ClockMoment, configuration: Configuration['clocks']) {
  return clockDefinition(configuration, key, civilDateOf(occurredAt));
}

/** A length that the body sets: with the event itself, or with what opened the instance. */
function setDaysOf(record: Happening['record']): number | null {
  const days = record.days ?? (record.input as Happening['record'] | undefined)?.days;
  return typeof days === 'number' ? days : null;
}

function change(
  clocks: readonly ClockCycleRow[],
  keys: readonly string[],
  make: (cycle: ClockCycleRow) => Omit<ClockCycleRow, keyof ClockOwner>,
): readonly ClockCycleRow[] {
  if (keys.length === 0) return clocks;
  return clocks.map((cycle) =>
    keys.includes(cycle.key) && isOpen(cycle) ? { ...cycle, ...make(cycle) } : cycle,
  );
}

function replace(
  clocks: readonly ClockCycleRow[],
  cycle: ClockCycleRow,
  changed: ClockCycleRow,
): readonly ClockCycleRow[] {
  return clocks.map((other) => (other === cycle ? changed : other));
}
