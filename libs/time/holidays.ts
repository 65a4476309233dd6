import Holidays from 'date-holidays';
import { type DayNumber, dayNumberOf, yearOf } from './civil-date';

/**
 * Which days do not count as working days, beside Saturdays and Sundays.
 * `eu`: public holidays alone (Regulation (EEC, Euratom) 1182/71 art. 2).
 * `se`: also Midsummer Eve, Christmas Eve and New Year's Eve (lag (1930:173) 2 §).
 */
export type HolidayList = 'eu' | 'se';

export const HOLIDAY_LISTS: readonly HolidayList[] = ['eu', 'se'];

/** The library's names of the eves that lag (1930:173) 2 § adds; it lists them as bank holidays. */
const EVES = new Set(['midsommarafton', 'julafton', 'nyårsafton']);

const SATURDAY = 6;
const SUNDAY = 0;

let swedish: Holidays | undefined;
const byYear: Record<HolidayList, Map<number, Set<DayNumber>>> = { eu: new Map(), se: new Map() };

function readYear(year: number, list: HolidayList): Set<DayNumber> {
  swedish ??= new Holidays('SE', { languages: ['sv'] });
  const days = new Set<DayNumber>();
  for (const holiday of swedish.getHolidays(year)) {
    const counts = holiday.type === 'public' || (list === 'se' && EVES.has(holiday.name));
    if (counts) days.add(dayNumberOf(holiday.date.slice(0, 10)));
  }
  return days;
}

/** Reading a year costs milliseconds and a clock asks for many days, so each year is read once. */
function holidaysOf(year: number, list: HolidayList): Set<DayNumber> {
  let days = byYear[list].get(year);
  if (days === undefined) byYear[list].set(year, (days = readYear(year, list)));
  return days;
}

export function isWorkingDayNumber(day: DayNumber, list: HolidayList): boolean {
  // 1970-01-01, day 0, was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  if (weekday === SATURDAY || weekday === SUNDAY) return false;
  return !holidaysOf(yearOf(day), list).has(day);
}
