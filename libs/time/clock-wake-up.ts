import { addPeriod } from './calendar';
import { addDays, startOfDay } from './civil-date';
import type { ClockCycle, ClockWakeUp } from './clock-cycle';
import type { ClockDefinition } from './clock-definition';
import { isClockPaused } from './clock-pauses';
import type { Instant } from './instant';

export interface WakeUp {
  wakeUp: ClockWakeUp;
  wakeUpAt: Instant;
}

/** The first instant of the day after the due date, in Stockholm; null for a clock without a due date. */
export function breachInstant(cycle: Pick<ClockCycle, 'due'>): Instant | null {
  return cycle.due === null ? null : startOfDay(addDays(cycle.due, 1));
}

/**
 * What a running clock does next after a moment: it reminds at the start of the reminder's day, tells at the
 * start of the due day, and is breached at the start of the day after. A reminder whose moment has passed is
 * left out; the breach never is, so that a clock started or found late is still breached. Null for a clock
 * that is paused, over, or without a due date.
 */
export function nextWakeUp(cycle: ClockCycle, definition: ClockDefinition, after: Instant): WakeUp | null {
  const breach = breachInstant(cycle);
  if (cycle.outcome !== 'running' || isClockPaused(cycle) || cycle.due === null || breach === null)
    return null;
  const reminder = reminderInstant(cycle.due, definition);
  if (reminder !== null && reminder > after) return { wakeUp: 'reminder', wakeUpAt: reminder };
  const due = startOfDay(cycle.due);
  if (due > after) return { wakeUp: 'due', wakeUpAt: due };
  return { wakeUp: 'breach', wakeUpAt: breach };
}

/** The cycle once its present wake-up has been handled. After the breach nothing more comes. */
export function afterWakeUp(cycle: ClockCycle, definition: ClockDefinition): ClockCycle {
  const handled = cycle.wakeUpAt;
  const next = handled === null || cycle.wakeUp === 'breach' ? null : nextWakeUp(cycle, definition, handled);
  return withWakeUp(cycle, next);
}

export function withWakeUp(cycle: ClockCycle, next: WakeUp | null): ClockCycle {
  return { ...cycle, wakeUp: next?.wakeUp ?? null, wakeUpAt: next?.wakeUpAt ?? null };
}

function reminderInstant(due: string, { reminder, holidays }: ClockDefinition): Instant | null {
  return reminder === null
    ? null
    : startOfDay(addPeriod(due, { workingDays: -reminder.workingDays }, holidays));
}
