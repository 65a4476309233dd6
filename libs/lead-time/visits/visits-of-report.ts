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
const VISITS = overReported(sqlFile(__dirname, 'visits-of-report'));
const STALE_CASES = overReported(sqlFile(__dirname, 'stale-cases'));

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
 * spans those of which the present version is not kept.
 */
export async function* visitsOfReport(
  client: PoolClient,
  filters: CaseFilters,
  { from, until }: Touched,
): AsyncGenerator<VisitsOfCase> {
  const stale = await staleRoots(client);
  const over = [filtersOf(filters), stale];
  yield* cursorRows<VisitsOfCase>(client, VISITS, [...over, Number.isFinite(from) ? from : null, until]);
  if (stale.length > 0) yield* workedOut(client, over);
}

interface StaleCase {
  id: string;
  rootId: string;
  isPart: boolean;
}

async function* workedOut(client: PoolClient, over: unknown[]): AsyncGenerator<VisitsOfCase> {
  const { rows: cases } = await client.query<StaleCase>(STALE_CASES, over);
  const roots = [...new Set(cases.map(({ rootId }) => rootId))];
  for (let start = 0; start < roots.length; start += TREES_AT_ONCE) {
    const trees = await treesBelow(client, roots.slice(start, start + TREES_AT_ONCE));
    for (const { id, rootId, isPart } of cases) {
      const tree = trees.get(rootId);
      if (tree === undefined) continue;
      yield { visits: tree.visits, place: isPart ? tree.instances.indexOf(id) : null };
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
