import { addPeriod } from './calendar';
import { addDays, civilDateOf, startOfDay } from './civil-date';
import type { ClockCycle } from './clock-cycle';
import type { ClockDefinition } from './clock-definition';
import { dueDate } from './clock-due';
import { breachInstant } from './clock-wake-up';
import { type Instant, millisecondsBetween, toInstant } from './instant';

/** How long a wait without a target may go unexplained; by the Swedish list, lag (1930:173) 2 §. */
const WORKING_DAYS_WITHOUT_TARGET = 5;

/**
 * Milliseconds from a clock's start to the end of its due day, as the clock was meant: an extension and pauses
 * give more time, but set no other target. Null for a clock without a length.
 */
export function targetLength(
  cycle: Pick<ClockCycle, 'startedAt' | 'setDays'>,
  definition: ClockDefinition,
): number | null {
  const { startedAt, setDays } = cycle;
  const meant = { startedAt, setDays, pauses: [], restartedAt: null, extended: null };
  const end = breachInstant({ due: dueDate(meant, definition) });
  return end === null ? null : millisecondsBetween(startedAt, end);
}

/**
 * When somebody is asked why a case stands, that has stood since `start` without a cause: after half the target
 * (milliseconds), or once five working days have passed where there is none. The day on which it began to stand
 * is not counted.
 */
export function causeQuestionAt(start: Instant, target: number | null): Instant {
  if (target !== null) return toInstant(Date.parse(start) + target / 2);
  const last = addPeriod(civilDateOf(start), { workingDays: WORKING_DAYS_WITHOUT_TARGET }, 'se');
  return startOfDay(addDays(last, 1));
}
