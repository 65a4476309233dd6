import type { Instant } from '@ledtid/time';
import type { PoolClient } from 'pg';
import { sqlFile } from '../sql-file';
import type { CaseHistory } from './case-history';
import { readHistories } from './read-histories';
import { type CaseFilters, filtersOf, overReported } from './reported';
import { historyIn } from './written-history';

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

interface Root {
  id: string;
  rootId: string;
}

/** Reads whole cases, a page at a time. It only reads: cases are written by another room. */
export async function* loadCases(client: PoolClient, selection: CaseSelection): AsyncGenerator<CaseHistory> {
  const { filters, from, horizon } = selection;
  const conditions = [filtersOf(filters), from, horizon];
  let last: string | null = null;
  for (;;) {
    const page: Root[] = (await client.query<Root>(ROOTS, [...conditions, last, PAGE])).rows;
    yield* await readPage(client, page);
    last = page[page.length - 1]?.id ?? null;
    if (page.length < PAGE) return;
  }
}

async function readPage(client: PoolClient, roots: Root[]): Promise<CaseHistory[]> {
  const rootIds = [...new Set(roots.map(({ rootId }) => rootId))];
  const read = await readHistories(client, rootIds);
  const histories = new Map(read.map(({ rootId, history }) => [rootId, history]));
  return roots.flatMap(({ id, rootId }) => {
    const written = histories.get(rootId);
    return written === undefined ? [] : [historyIn(written, id)];
  });
}
