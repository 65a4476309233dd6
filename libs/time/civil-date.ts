import { stockholmOffset } from './stockholm-offset';
import type { CivilDate, Instant } from './instant';
import { TimeError } from './time-error';

const MILLISECONDS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. Day numbers make date arithmetic additions; only this file knows the spelling. */
export type DayNumber = number;

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a date that exists, in the one spelling `YYYY-MM-DD`. */
export function isCivilDate(text: unknown): text is CivilDate {
  return typeof text === 'string' && !Number.isNaN(midnightInUtc(text));
}

/** Milliseconds, or NaN. Digits by hand: every start of a clock asks some twenty times. */
function midnightInUtc(text: string): number {
  if (!CIVIL_DATE.test(text)) return NaN;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const midnight = new Date(Date.UTC(year, month - 1, day));
  // 31 February is taken for 3 March, month 13 for January, the year 26 for 1926.
  const monthStands = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  return monthStands && midnight.getUTCFullYear() === year ? midnight.getTime() : NaN;
}

/** Throws `TimeError` `civil-date-malformed`. */
export function dayNumberOf(date: CivilDate): DayNumber {
  const midnight = typeof date === 'string' ? midnightInUtc(date) : NaN;
  if (Number.isNaN(midnight)) {
    throw new TimeError({
      code: 'civil-date-malformed',
      reason: `"${String(date)}" is not a date.`,
      remedy: 'Write it as YYYY-MM-DD.',
    });
  }
  return midnight / MILLISECONDS_PER_DAY;
}

export function civilDateOfDay(day: DayNumber): CivilDate {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

export function yearOf(day: DayNumber): number {
  return new Date(day * MILLISECONDS_PER_DAY).getUTCFullYear();
}

/** The date in Stockholm at a moment. Throws `TimeError` `instant-malformed`. */
export function civilDateOf(instant: Instant): CivilDate {
  const moment = Date.parse(instant);
  if (Number.isNaN(moment)) {
    throw new TimeError({
      code: 'instant-malformed',
      reason: `"${instant}" is not a moment.`,
      remedy: 'Write it as 2026-11-22T09:00:00.000Z.',
    });
  }
  return new Date(moment + stockholmOffset(moment)).toISOString().slice(0, 10);
}

/** 00:00 in Stockholm: what a date without a time means, on days of 23 and 25 hours too. */
export function startOfDay(date: CivilDate): Instant {
  const asIfUtc = dayNumberOf(date) * MILLISECONDS_PER_DAY;
  // The first offset may be that of the other side of a change in the night; the second is the day's own.
  const nearby = asIfUtc - stockholmOffset(asIfUtc);
  return new Date(asIfUtc - stockholmOffset(nearby)).toISOString();
}

/** `days` may be negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOfDay(dayNumberOf(date) + days);
}

/** Civil days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}
