import type { PoolClient } from 'pg';
import { type CaseFilters, filtersOf, overReported } from '../cases/reported';
import type { EpochMilliseconds } from '../cases/case-history';
import { eachRow } from '../each-row';
import { staleRoots } from '../sheets/stale-roots';
import { sqlFile } from '../sql-file';
import { VisitWords } from './visit-words';
import { type VisitsOfCase, type WrittenVisits, instanceIds } from './written-visits';

const TREES = sqlFile(__dirname, 'trees');
const WRITTEN_TREES = `${TREES}\nselect root_id as "rootId", instances::text, members, tracks, visits from tree`;
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
 * Tells the visits of all cases that a report is over, as far as they touch [from, until), case by case: those kept, and
 * worked out from their spans those of which the present version is not kept. `over` says which cases those are:
 * `overReported` or its like.
 */
export async function visitsOfReport(
  client: PoolClient,
  filters: CaseFilters,
  { from, until }: Touched,
  see: (one: VisitsOfCase) => void,
  over = overReported,
): Promise<void> {
  const words = new VisitWords();
  const stale = await staleRoots(client);
  const scope = [filtersOf(filters), stale];
  const touched = [Number.isFinite(from) ? from : null, until];
  await eachRow<KeptCase>(client, over(VISITS), [...scope, ...touched], (kept) => see(words.of(kept, kept)));
  if (stale.length === 0) return;
  const { rows } = await client.query<StaleCase>(over(STALE_CASES), scope);
  await workedOut(client, rows, (tree, { id, isPart }) =>
    see(words.of(tree, { place: instanceIds(tree).indexOf(id), isPart })),
  );
}

interface KeptCase extends WrittenVisits, Pick<VisitsOfCase, 'place' | 'isPart'> {}

interface StaleCase {
  id: string;
  rootId: string;
  isPart: boolean;
}

async function workedOut(
  client: PoolClient,
  cases: readonly StaleCase[],
  see: (tree: WrittenVisits, one: StaleCase) => void,
): Promise<void> {
  const roots = [...new Set(cases.map(({ rootId }) => rootId))];
  for (let start = 0; start < roots.length; start += TREES_AT_ONCE) {
    const trees = await treesBelow(client, roots.slice(start, start + TREES_AT_ONCE));
    for (const one of cases) {
      const tree = trees.get(one.rootId);
      if (tree !== undefined) see(tree, one);
    }
  }
}

interface WrittenTree extends WrittenVisits {
  rootId: string;
}

async function treesBelow(
  client: PoolClient,
  rootIds: readonly string[],
): Promise<ReadonlyMap<string, WrittenTree>> {
  const { rows } = await client.query<WrittenTree>(WRITTEN_TREES, [rootIds]);
  return new Map(rows.map((tree) => [tree.rootId, tree]));
}
