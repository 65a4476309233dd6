import type { Instant } from '@ledtid/time';
import type { Pool, PoolClient } from 'pg';
import type { CaseSheet } from '../sheets/case-sheet';
import type { RememberedRows } from '../remembered-rows';
import { sheetsOfReport } from '../sheets/sheets-of-report';
import { sqlFile } from '../sql-file';
import { ReportAccumulator } from './accumulator';
import type { Scope } from './case-figures';
import { inSnapshot } from './in-snapshot';
import { cursorAfter } from './list-page';
import type { CheckedQuery } from './query';
import { type Row, WHOLE } from './report';
import { scopeOf } from './scope-of';

const CASE_NUMBERS = sqlFile(__dirname, 'case-numbers');

/** One case behind a row of a lead-time table: how much of the row's figures is its own. Seconds. */
export interface CaseBehind {
  id: string;
  /** Of the case or, for a child, of its root; null for what was never submitted. */
  registrationNumber: string | null;
  /** Closed visits, open ones, and how long the closed ones took together. */
  n: number;
  open: number;
  seconds: number;
  contributed: number;
  removable: number;
}

export interface CasesBehind {
  items: CaseBehind[];
  cursor: string | null;
}

type Part = Omit<CaseBehind, 'registrationNumber'>;

/**
 * The cases behind the row `key`, the largest contribution first; behind `total`, all that the report counts. Each
 * is the row of a report over this case alone, so that the cases behind a row add up to it.
 */
export async function casesBehind(
  pool: Pool,
  remembered: RememberedRows,
  clock: Scope['clock'],
  key: string,
  query: CheckedQuery,
  now: Instant,
): Promise<CasesBehind> {
  const table = scopeOf(clock, query, now);
  return inSnapshot(pool, async (client) => {
    const parts: Part[] = [];
    await sheetsOfReport(client, table, query.by, remembered, (sheet, caseId) => {
      const row = rowOf(sheet, table.scope, query, key);
      if (row !== null) parts.push(partOf(caseId, row));
    });
    const { limit, offset } = query.page;
    const shown = parts.sort(byContribution).slice(offset, offset + limit);
    return { items: await named(client, shown), cursor: cursorAfter(query.page, parts.length) };
  });
}

function rowOf(sheet: CaseSheet, scope: Scope, { by }: CheckedQuery, key: string): Row | null {
  // Most cases are behind few rows; those of a month are told by dates and not by keys.
  if (key !== WHOLE && by !== 'month' && !sheet.words.keys.includes(key)) return null;
  const report = new ReportAccumulator(scope, by);
  report.add(sheet);
  const { total, rows } = report.finish();
  return key === WHOLE ? total : (rows.find((row) => row.key === key) ?? null);
}

function partOf(id: string, { n, open, seconds, contributed, removable }: Row): Part {
  return { id, n, open, seconds: seconds.sum, contributed: contributed.seconds, removable };
}

function byContribution(a: Part, b: Part): number {
  return b.contributed - a.contributed || b.seconds - a.seconds || (a.id < b.id ? -1 : 1);
}

async function named(client: PoolClient, parts: readonly Part[]): Promise<CaseBehind[]> {
  const { rows } = await client.query<{ id: string; number: string | null }>(CASE_NUMBERS, [
    parts.map(({ id }) => id),
  ]);
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return parts.map(({ id, ...figures }) => ({
    ...{ id, registrationNumber: numbers.get(id) ?? null },
    ...figures,
  }));
}
