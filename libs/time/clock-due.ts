import { type Period, addPeriod, rollForward } from './calendar';
import { addDays, civilDateOf } from './civil-date';
import type { ClockCycle } from './clock-cycle';
import type { ClockDefinition, SetLength } from './clock-definition';
import { pausedDays, pausedWorkingDays } from './clock-pauses';
import type { HolidayList } from './holidays';
import type { CivilDate } from './instant';

/** What of a cycle decides its due date. */
export type ClockRun = Pick<ClockCycle, 'startedAt' | 'setDays' | 'pauses' | 'restartedAt' | 'extended'>;

/**
 * The last day for acting; null for a clock without a length. A function of the cycle and its definition
 * alone, so that a cycle rebuilt from the ledger gets the same date. An open pause counts once it has ended.
 *
 * Forward: length and extension as one period from the start (or the last restart), moved by the pauses,
 * rolled to a working day once (Regulation 1182/71 art. 3(4); lag (1930:173) 2 §). Backward: `setDays` civil
 * days on from the start lies the day counted back from; not rolled (art. 3(4), second sentence).
 */
export function dueDate(run: ClockRun, definition: ClockDefinition): CivilDate | null {
  const { length } = definition;
  if (length === null) return null;
  return definition.direction === 'backward'
    ? backwardDue(run, definition, length)
    : forwardDue(run, definition, length);
}

function forwardDue(run: ClockRun, definition: ClockDefinition, base: Period | SetLength): CivilDate {
  const anchor = civilDateOf(run.restartedAt ?? run.startedAt);
  const length = wholeLength(run, definition.extension, base);
  const due = rollForward(movedByPauses(anchor, length, run, definition), definition.holidays);
  return latestDate(due, secondWorkingDay(anchor, length, definition.holidays, 1));
}

function movedByPauses(
  anchor: CivilDate,
  length: Period,
  run: ClockRun,
  definition: ClockDefinition,
): CivilDate {
  const { holidays, onPause } = definition;
  if (onPause !== 'pause') return addPeriod(anchor, length, holidays);
  if ('workingDays' in length) {
    const workingDays = length.workingDays + pausedWorkingDays(run.pauses, holidays);
    return addPeriod(anchor, { workingDays }, holidays);
  }
  return addDays(addPeriod(anchor, length, holidays), pausedDays(run.pauses));
}

/** Length and extension as one period: 3 + 3 months are 6 months, not 3 months twice. */
function wholeLength(
  run: ClockRun,
  extension: ClockDefinition['extension'],
  length: Period | SetLength,
): Period {
  if (run.setDays !== null) return { days: run.setDays };
  if ('set' in length) return { days: length.set.defaultDays };
  if (run.extended === null || extension === null || !('months' in extension) || !('months' in length))
    return length;
  return { months: length.months + extension.months };
}

function backwardDue(run: ClockRun, { holidays }: ClockDefinition, length: Period | SetLength): CivilDate {
  const anchor = addDays(civilDateOf(run.startedAt), run.setDays ?? 0);
  // The loader refuses a set length that counts back: `setDays` says where the anchor lies.
  if ('set' in length) return anchor;
  const due = addPeriod(anchor, negated(length), holidays);
  const second = secondWorkingDay(anchor, length, holidays, -1);
  return second !== null && second < due ? second : due;
}

function negated(length: Period): Period {
  if ('months' in length) return { months: -length.months };
  if ('weeks' in length) return { weeks: -length.weeks };
  return 'days' in length ? { days: -length.days } : { workingDays: -length.workingDays };
}

/**
 * Where a period of the Union has had two working days: its earliest end by Regulation 1182/71 art. 3(5), so
 * that two days from a Friday end on Tuesday, not on the Monday that rolling gives. Null where the rule does
 * not bind: a single day, working days, and national periods, whose law (1930:173) has no such rule.
 */
function secondWorkingDay(
  anchor: CivilDate,
  length: Period,
  holidays: HolidayList,
  direction: 1 | -1,
): CivilDate | null {
  const free = holidays !== 'eu' || 'workingDays' in length || ('days' in length && length.days < 2);
  return free ? null : addPeriod(anchor, { workingDays: 2 * direction }, holidays);
}

function latestDate(due: CivilDate, least: CivilDate | null): CivilDate {
  return least !== null && least > due ? least : due;
}
