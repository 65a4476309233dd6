import type { Instant } from '@ledtid/time';
import type { PoolClient } from 'pg';
import { sqlFile } from '../sql-file';
import type { CaseHistory } from './case-history';
import { type CasePlace, readCases } from './read-histories';
import { overReported } from './reported';
import { type CaseFilters, filtersOf } from './wanted';

const ROOTS = overReported(sqlFile(__dirname, 'case-roots'));

/** Cases held at once. */
const PAGE = 500;

/** Which cases to read. */
export interface CaseSelection {
  filters: CaseFilters;
  /** Null: from the beginning. */
  from: Instant | null;
  horizon: Instant;
}

/** Reads whole cases, a page at a time. It only reads: cases are written by another room. */
export async function* loadCases(client: PoolClient, selection: CaseSelection): AsyncGenerator<CaseHistory> {
  const { filters, from, horizon } = selection;
  const conditions = [filtersOf(filters), from, horizon];
  const statement = ROOTS(filters);
  let last: string | null = null;
  for (;;) {
    const page: CasePlace[] = (await client.query<CasePlace>(statement, [...conditions, last, PAGE])).rows;
    yield* await readCases(client, page);
    last = page[page.length - 1]?.id ?? null;
    if (page.length < PAGE) return;
  }
}
