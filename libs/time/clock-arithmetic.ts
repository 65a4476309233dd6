import type { ClockCycle } from './clock-cycle';
import type { ClockDefinition } from './clock-definition';
import { dueDate } from './clock-due';
import { isClockPaused, mergePauses, pausesUntil } from './clock-pauses';
import { extensionRefusal, isOverdue, lengthRefusal, ranAt, takesDays } from './clock-refusal';
import { breachInstant, nextWakeUp, withWakeUp } from './clock-wake-up';
import { type Instant, latest } from './instant';
import { TimeError, type TimeRefusal } from './time-error';

/*
 * What happens to one cycle. Every moment is when something happened, not when it was registered.
 *
 * | outcome  | endedAt | means                       | start | pause, resume, extend | meet           | void     | breach   |
 * |----------|---------|-----------------------------|-------|-----------------------|----------------|----------|----------|
 * | running  | null    | runs, or paused             | -     | running               | met, breached¹ | void¹    | breached |
 * | met      | moment  | done in time                | -     | no change             | no change      | no change| no change|
 * | breached | null    | due date past, not yet done | -     | running²              | breached, met² | breached | no change|
 * | breached | moment  | done, or dropped, too late  | -     | no change             | met²           | no change| no change|
 * | void     | moment  | no longer asked for         | -     | no change             | no change      | no change| no change|
 *
 * ¹ breached where the due date had passed unnoticed. ² what happened by the due date and was registered later.
 */

export interface ClockStart {
  definition: ClockDefinition;
  /** Ledger number of the event that starts the clock. */
  started: number;
  stage: string;
  at: Instant;
  /**
   * Civil days: the length of a `set` clock (its default without), or how far ahead of `at` the date lies
   * that a `backward` clock counts back from. Any other clock does without: one event may start several.
   */
  setDays?: number | null;
}

/** Throws `TimeError` with the code of `lengthRefusal`; ask that first where the days come from outside. */
export function startClock({ definition, started, stage, at, setDays = null }: ClockStart): ClockCycle {
  failOn(lengthRefusal(definition, setDays));
  const cycle: ClockCycle = {
    key: definition.key,
    started,
    stage,
    startedAt: at,
    setDays: takesDays(definition) ? setDays : null,
    pauses: [],
    restartedAt: null,
    extended: null,
    due: null,
    outcome: 'running',
    endedAt: null,
    wakeUp: null,
    wakeUpAt: null,
  };
  return recomputed(cycle, definition, at);
}

/**
 * The clock stands still from a moment on. No change where the policy is `none`, or the due date had passed.
 * A clock has one open pause however many ask for it: resume it when the last of them is over.
 */
export function pauseClock(cycle: ClockCycle, definition: ClockDefinition, at: Instant): ClockCycle {
  if (definition.onPause === 'none' || !ranAt(cycle, at)) return cycle;
  const pauses = mergePauses([...cycle.pauses, { from: latest(cycle.startedAt, at), to: null }]);
  return withWakeUp({ ...cycle, outcome: 'running', pauses }, null);
}

/** The clock goes on: moved by the pause (`pause`), or with its full length anew (`restart`). */
export function resumeClock(cycle: ClockCycle, definition: ClockDefinition, at: Instant): ClockCycle {
  const open = cycle.pauses.at(-1);
  if (!isClockPaused(cycle) || open === undefined) return cycle;
  const to = latest(open.from, at);
  const pauses = [...cycle.pauses.slice(0, -1), { from: open.from, to }];
  const restartedAt = definition.onPause === 'restart' ? to : cycle.restartedAt;
  return recomputed({ ...cycle, pauses, restartedAt }, definition, to);
}

/**
 * Lengthens the clock once. `number` is the ledger number of the extension, `at` when it was decided.
 * `setDays`: the whole length anew, where the body sets it. Throws `TimeError` with the code of
 * `extensionRefusal`; ask that first where a person asks.
 */
export function extendClock(
  cycle: ClockCycle,
  definition: ClockDefinition,
  number: number,
  at: Instant,
  setDays: number | null = null,
): ClockCycle {
  failOn(extensionRefusal(cycle, definition, at, setDays));
  const extended: ClockCycle = {
    ...cycle,
    outcome: 'running',
    extended: number,
    setDays: setDays ?? cycle.setDays,
  };
  return recomputed(extended, definition, at);
}

/** What the clock waited for has happened: `met` if its civil date in Stockholm is no later than the due date. */
export function meetClock(cycle: ClockCycle, at: Instant): ClockCycle {
  const inTime = !isOverdue(cycle, at);
  const open =
    cycle.outcome === 'running' || (cycle.outcome === 'breached' && (cycle.endedAt === null || inTime));
  return open ? ended(cycle, inTime ? 'met' : 'breached', at) : cycle;
}

/** Nobody asks for it any more. A due date that had passed by then stays breached. */
export function voidClock(cycle: ClockCycle, at: Instant): ClockCycle {
  const open = cycle.outcome === 'running' || (cycle.outcome === 'breached' && cycle.endedAt === null);
  return open ? ended(cycle, isOverdue(cycle, at) ? 'breached' : 'void', at) : cycle;
}

/**
 * The due date has passed. `endedAt` stays null until the thing is done or dropped, so that the days over can
 * be counted. No change before the breach: a wake-up that was queued for an earlier due date does nothing.
 */
export function breachClock(cycle: ClockCycle, at: Instant): ClockCycle {
  const breach = breachInstant(cycle);
  if (cycle.outcome !== 'running' || isClockPaused(cycle) || breach === null || at < breach) return cycle;
  return withWakeUp({ ...cycle, outcome: 'breached' }, null);
}

function recomputed(cycle: ClockCycle, definition: ClockDefinition, at: Instant): ClockCycle {
  const dated = { ...cycle, due: dueDate(cycle, definition) };
  return withWakeUp(dated, nextWakeUp(dated, definition, at));
}

function ended(cycle: ClockCycle, outcome: 'met' | 'breached' | 'void', at: Instant): ClockCycle {
  return withWakeUp({ ...cycle, outcome, endedAt: at, pauses: pausesUntil(cycle.pauses, at) }, null);
}

function failOn(refused: TimeRefusal | null): void {
  if (refused !== null) throw new TimeError(refused);
}
