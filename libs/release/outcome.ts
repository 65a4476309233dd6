/**
 * An expected refusal: what was asked cannot be done, and asking again changes nothing.
 * `code` is stable, kebab-case. `details` holds names of datasets and variables and counts, never a value
 * read from a source: a value could be an identifier, and refusals reach the ledger and the holder.
 */
export interface Refusal {
  code: string;
  reason: string;
  remedy: string;
  details: Record<string, string | number>;
}

/** What a step of a release yields. A fault (a source that does not answer) is thrown, not returned. */
export type Outcome<T> = { done: true; value: T } | { done: false; refusals: Refusal[] };

export function done<T>(value: T): Outcome<T> {
  return { done: true, value };
}

export function refused<T>(...refusals: Refusal[]): Outcome<T> {
  return { done: false, refusals };
}

export function refusal(
  code: string,
  reason: string,
  remedy: string,
  details: Refusal['details'] = {},
): Refusal {
  return { code, reason, remedy, details };
}
