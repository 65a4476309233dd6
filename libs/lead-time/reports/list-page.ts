import { type Refusal, refusal } from '../refusal';

/** A stretch of a list within a report. */
export interface ListPage {
  limit: number;
  /** Rows before it. */
  offset: number;
}

const USUAL = 50;
const MOST = 200;

/**
 * The page that is asked for. A cursor counts rows: the list is made anew for every page, and a cursor that named
 * its last row would tell the row's id to readers who see none. Refusal: `bad-page`.
 */
export function listPage(limit: string | number = USUAL, cursor = '0'): ListPage | Refusal {
  const page = { limit: Number(limit), offset: /^\d{1,9}$/.test(cursor) ? Number(cursor) : NaN };
  const whole = Number.isInteger(page.limit) && page.limit >= 1 && page.limit <= MOST;
  if (whole && !Number.isNaN(page.offset)) return page;
  return refusal(
    'bad-page',
    `There is no page of ${limit} rows at "${cursor}".`,
    `Give a limit from 1 to ${MOST}, and the cursor of the page before.`,
  );
}

/** The cursor of the next page; null after the last. */
export function cursorAfter({ limit, offset }: ListPage, total: number): string | null {
  return offset + limit < total ? String(offset + limit) : null;
}
