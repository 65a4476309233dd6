import { type DayNumber, civilDateOfDay, dayNumberOf } from './civil-date';
import { type HolidayList, isWorkingDayNumber } from './holidays';
import type { CivilDate } from './instant';

/** A length of time in whole units of one kind. Negative counts back. */
export type Period = { months: number } | { weeks: number } | { days: number } | { workingDays: number };

export function isWorkingDay(date: CivilDate, holidays: HolidayList): boolean {
  return isWorkingDayNumber(dayNumberOf(date), holidays);
}

/**
 * Where a period that runs from `date` ends, not yet rolled. The day itself is not counted
 * (Regulation 1182/71 art. 3(1)); a month that lacks the date ends on its last day (art. 3(2)(c)).
 */
export function addPeriod(date: CivilDate, period: Period, holidays: HolidayList): CivilDate {
  const day = dayNumberOf(date);
  if ('months' in period) return addMonths(date, period.months);
  if ('weeks' in period) return civilDateOfDay(day + 7 * period.weeks);
  if ('days' in period) return civilDateOfDay(day + period.days);
  return civilDateOfDay(addWorkingDays(day, period.workingDays, holidays));
}

/** The date itself if it is a working day, else the next one. */
export function rollForward(date: CivilDate, holidays: HolidayList): CivilDate {
  return civilDateOfDay(rolled(dayNumberOf(date), 1, holidays));
}

/** The date itself if it is a working day, else the one before. */
export function rollBackward(date: CivilDate, holidays: HolidayList): CivilDate {
  return civilDateOfDay(rolled(dayNumberOf(date), -1, holidays));
}

/** Working days after `from`, up to and with `to`. Negative when `to` is earlier. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, holidays: HolidayList): number {
  if (to < from) return -workingDaysBetween(to, from, holidays);
  const last = dayNumberOf(to);
  let count = 0;
  for (let day = dayNumberOf(from) + 1; day <= last; day += 1)
    if (isWorkingDayNumber(day, holidays)) count += 1;
  return count;
}

function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  if (day < lastOfMonth.getUTCDate()) lastOfMonth.setUTCDate(day);
  return lastOfMonth.toISOString().slice(0, 10);
}

function rolled(day: DayNumber, step: 1 | -1, holidays: HolidayList): DayNumber {
  let candidate = day;
  while (!isWorkingDayNumber(candidate, holidays)) candidate += step;
  return candidate;
}

function addWorkingDays(day: DayNumber, count: number, holidays: HolidayList): DayNumber {
  const step = count < 0 ? -1 : 1;
  let candidate = day;
  for (let left = Math.abs(count); left > 0; left -= 1) candidate = rolled(candidate + step, step, holidays);
  return candidate;
}
