import { isCivilDate } from '@ledtid/time';

/** What part of a list is asked for. */
export interface PageRequest {
  /** Rows at most. */
  readonly limit: number;
  /** Where the page before ended, as its answer said. */
  readonly cursor?: string;
}

/** A part of a list in its order; `cursor` asks for the next part and is null at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
}

/** Says where a page ended by the keys of its last row, so that rows that come or go meanwhile shift nothing. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys again, each of the given form; null for text that this list never gave. */
export function decodeCursor(cursor: string, forms: readonly Form[]): string[] | null {
  const keys = parsed(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(keys) || keys.length !== forms.length) return null;
  const texts = keys.map(String);
  return forms.every((holds, index) => holds(texts[index] ?? '')) ? texts : null;
}

/** One row more than a page was asked for: it says whether there is another page, and is left out. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly (string | number)[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const cursor = rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null;
  return { items: shown.map(itemOf), cursor };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever a caller sends as a cursor is no more than text until it is understood.
    return null;
  }
}

/** Whether a key of a cursor is one that its column could hold: the database must not stumble over a forged one. */
export type Form = (key: string) => boolean;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIME_IN_UTC = /^ ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?\+00$/;

export const isUuid: Form = (key) => UUID.test(key);
/** Any that a column of text could hold: PostgreSQL stores no NUL. */
export const isAnyText: Form = (key) => !key.includes('\0');
export const isLedgerNumber: Form = (key) => /^\d{1,9}$/.test(key);
export const isStoredDate: Form = (key) => key === 'infinity' || isCivilDate(key);
/** As PostgreSQL spells a timestamptz in UTC. */
export const isStoredMoment: Form = (key) =>
  key === 'infinity' || (isCivilDate(key.slice(0, 10)) && TIME_IN_UTC.test(key.slice(10)));
