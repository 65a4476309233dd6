import type { PoolClient } from 'pg';
import { type CaseFilters, filtersOf, overReported } from '../cases/reported';
import type { EpochMilliseconds } from '../cases/case-history';
import { cursorRows } from '../cursor-rows';
import { staleRoots } from '../sheets/stale-roots';
import { sqlFile } from '../sql-file';
import type { VisitsOfCase, WrittenVisits } from './written-visits';

const TREES = sqlFile(__dirname, 'trees');
const WRITTEN_TREES = `${TREES}\nselect root_id as "rootId", instances, visits from tree`;
const KEEP_VISITS = `${TREES}\n${sqlFile(__dirname, 'keep-visits')}`;
const VISITS = sqlFile(__dirname, 'visits-of-report');
const STALE_CASES = sqlFile(__dirname, 'stale-cases');

/** Trees of instances of which nothing is kept, worked out at once. */
const TREES_AT_ONCE = 200;

/** Keeps the visits in the trees below some roots, in place of what was kept of them. */
export async function keepVisits(client: PoolClient, rootIds: readonly string[]): Promise<void> {
  await client.query(KEEP_VISITS, [rootIds]);
}

interface Touched {
  from: EpochMilliseconds;
  until: EpochMilliseconds;
}

/**
 * The visits of all cases that a report is over, as far as they touch [from, until): those kept, and worked out from their
 * spans those of which the present version is not kept. `over` says which cases those are: `overReported` or its like.
 */
export async function* visitsOfReport(
  client: PoolClient,
  filters: CaseFilters,
  { from, until }: Touched,
  over = overReported,
): AsyncGenerator<VisitsOfCase> {
  const stale = await staleRoots(client);
  const scope = [filtersOf(filters), stale];
  yield* cursorRows<VisitsOfCase>(client, over(VISITS), [
    ...scope,
    Number.isFinite(from) ? from : null,
    until,
  ]);
  if (stale.length > 0) yield* workedOut(client, over(STALE_CASES), scope);
}

interface StaleCase {
  id: string;
  rootId: string;
  isPart: boolean;
}

async function* workedOut(
  client: PoolClient,
  staleCases: string,
  scope: unknown[],
): AsyncGenerator<VisitsOfCase> {
  const { rows: cases } = await client.query<StaleCase>(staleCases, scope);
  const roots = [...new Set(cases.map(({ rootId }) => rootId))];
  for (let start = 0; start < roots.length; start += TREES_AT_ONCE) {
    const trees = await treesBelow(client, roots.slice(start, start + TREES_AT_ONCE));
    for (const { id, rootId, isPart } of cases) {
      const tree = trees.get(rootId);
      if (tree === undefined) continue;
      yield { visits: tree.visits, place: tree.instances.indexOf(id), isPart };
    }
  }
}

interface WrittenTree {
  rootId: string;
  instances: string[];
  visits: WrittenVisits;
}

async function treesBelow(
  client: PoolClient,
  rootIds: readonly string[],
): Promise<ReadonlyMap<string, WrittenTree>> {
  const { rows } = await client.query<WrittenTree>(WRITTEN_TREES, [rootIds]);
  return new Map(rows.map((tree) => [tree.rootId, tree]));
}
