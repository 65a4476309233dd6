import { civilDateOf } from './civil-date';
import type { ClockCycle } from './clock-cycle';
import type { ClockDefinition } from './clock-definition';
import { dueDate } from './clock-due';
import { isClockPaused } from './clock-pauses';
import type { Instant } from './instant';
import type { TimeRefusal } from './time-error';

/** Whether the clock, by the dates alone, was past its due date at a moment. A paused clock is not. */
export function isOverdue(cycle: ClockCycle, at: Instant): boolean {
  return cycle.due !== null && !isClockPaused(cycle) && civilDateOf(at) > cycle.due;
}

/**
 * Whether the clock still ran at a moment. A breach is taken back by what happened before it and was
 * registered after it: what counts is when it happened.
 */
export function ranAt(cycle: ClockCycle, at: Instant): boolean {
  const open = cycle.outcome === 'running' || (cycle.outcome === 'breached' && cycle.endedAt === null);
  return open && !isOverdue(cycle, at);
}

/** Whether the days given at a start mean something to the clock; else it does without them. */
export function takesDays({ length, direction }: ClockDefinition): boolean {
  return direction === 'backward' || (length !== null && 'set' in length);
}

/** Why a clock cannot be started with so many civil days; null if it can. */
export function lengthRefusal(definition: ClockDefinition, setDays: number | null): TimeRefusal | null {
  const { key, length } = definition;
  if (setDays === null || !takesDays(definition)) return null;
  if (!Number.isInteger(setDays) || setDays < 1) {
    return refusal(
      'clock-length-malformed',
      `${setDays} is not a length.`,
      'Give a whole number of days, 1 or more.',
    );
  }
  return length !== null && 'set' in length ? longerRefusal(key, length.set.atMostDays, setDays) : null;
}

/**
 * Why a clock cannot be extended at a moment; null if it can. `setDays` is the whole length anew, in civil
 * days from the start, where the body sets the extension.
 */
export function extensionRefusal(
  cycle: ClockCycle,
  definition: ClockDefinition,
  at: Instant,
  setDays: number | null = null,
): TimeRefusal | null {
  const { key, extension } = definition;
  if (extension === null) {
    return refusal('clock-not-extendable', `"${key}" has no extension.`, `See ${definition.source}.`);
  }
  if (cycle.extended !== null) {
    return refusal(
      'clock-already-extended',
      `"${key}" has been extended once.`,
      'It cannot be extended again.',
    );
  }
  if (!ranAt(cycle, at)) {
    const remedy = 'An extension is decided while the clock runs, no later than its due date.';
    return refusal('clock-not-running', `"${key}" did not run at ${at}.`, remedy);
  }
  if (!('set' in extension)) return fixedRefusal(key, setDays);
  return (
    setExtensionRefusal(key, extension.set.atMostDays, setDays) ?? shorterRefusal(cycle, definition, setDays)
  );
}

function fixedRefusal(key: string, setDays: number | null): TimeRefusal | null {
  if (setDays === null) return null;
  return refusal('clock-length-fixed', `The extension of "${key}" is fixed.`, 'Extend it without a length.');
}

function setExtensionRefusal(key: string, most: number | null, setDays: number | null): TimeRefusal | null {
  if (setDays === null || !Number.isInteger(setDays) || setDays < 1) {
    const remedy = 'Give the whole length anew, in civil days from the start.';
    return refusal('clock-length-malformed', `The extension of "${key}" is set by the body.`, remedy);
  }
  return longerRefusal(key, most ?? undefined, setDays);
}

function longerRefusal(key: string, most: number | undefined, setDays: number): TimeRefusal | null {
  if (most === undefined || setDays <= most) return null;
  return refusal(
    'clock-length-too-long',
    `"${key}" runs at most ${most} days.`,
    `Give ${most} days or fewer.`,
  );
}

function shorterRefusal(
  cycle: ClockCycle,
  definition: ClockDefinition,
  setDays: number | null,
): TimeRefusal | null {
  const due = dueDate({ ...cycle, setDays }, definition);
  if (due === null || cycle.due === null || due > cycle.due) return null;
  const reason = `"${cycle.key}" is due on ${cycle.due}, and would be on ${due}.`;
  return refusal('clock-extension-not-longer', reason, 'Give more days: they are counted from the start.');
}

function refusal(code: string, reason: string, remedy: string): TimeRefusal {
  return { code, reason, remedy };
}
