/**
 * A moment in UTC, ISO 8601 with milliseconds (`2026-11-22T09:00:00.000Z`). Always this one spelling, so
 * that instants compare as strings, survive JSON and jsonb unchanged, and hash the same everywhere.
 */
export type Instant = string;

/** A date in `Europe/Stockholm` without a time (`2026-11-22`). Deadlines are civil dates. */
export type CivilDate = string;

/** Spells a moment the one way. Throws `RangeError` when the text is not a moment. */
export function toInstant(moment: string | number | Date): Instant {
  return new Date(moment).toISOString();
}

/** Milliseconds from `start` to `end`; negative when `end` is earlier. */
export function millisecondsBetween(start: Instant, end: Instant): number {
  return Date.parse(end) - Date.parse(start);
}

/** The latest of some moments. */
export function latest(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((best, candidate) => (candidate > best ? candidate : best), first);
}
