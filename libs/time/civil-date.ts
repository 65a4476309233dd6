import { stockholmOffset } from './stockholm-offset';
import type { CivilDate, Instant } from './instant';
import { TimeError } from './time-error';

const MILLISECONDS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. Day numbers make date arithmetic additions; only this file knows the spelling. */
export type DayNumber = number;

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a date that exists, in the one spelling `YYYY-MM-DD`. */
export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== 'string' || !CIVIL_DATE.test(text)) return false;
  const midnight = Date.parse(text);
  // Date.parse takes 31 February for 3 March; written back it differs.
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** Throws `TimeError` `civil-date-malformed`. */
export function dayNumberOf(date: CivilDate): DayNumber {
  if (!isCivilDate(date)) {
    throw new TimeError({
      code: 'civil-date-malformed',
      reason: `"${String(date)}" is not a date.`,
      remedy: 'Write it as YYYY-MM-DD.',
    });
  }
  return Date.parse(date) / MILLISECONDS_PER_DAY;
}

export function civilDateOfDay(day: DayNumber): CivilDate {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
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
