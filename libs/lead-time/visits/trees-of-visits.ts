import type { PoolClient } from 'pg';
import type { EpochMilliseconds } from '../cases/case-history';
import { sqlFile } from '../sql-file';
import type { WrittenVisits } from './written-visits';

const TREES = sqlFile(__dirname, 'trees');
const WRITTEN_TREES = `${TREES}\nselect root_id as "rootId", began::float8, ended::float8, instances::text, members, tracks, visits from tree`;
const KEEP_VISITS = `${TREES}\n${sqlFile(__dirname, 'keep-visits')}`;

/** The visits in a tree of instances, from the first to the last; `ended` null: something goes on. */
export interface WrittenTree extends WrittenVisits {
  rootId: string;
  began: EpochMilliseconds;
  ended: EpochMilliseconds | null;
}

/** Keeps the visits in the trees below some roots, in place of what was kept of them. */
export async function keepVisits(client: PoolClient, rootIds: readonly string[]): Promise<void> {
  await client.query(KEEP_VISITS, [rootIds]);
}

/** The visits in the trees below some roots, from their spans. */
export async function treesBelow(
  client: PoolClient,
  rootIds: readonly string[],
): Promise<ReadonlyMap<string, WrittenTree>> {
  const { rows } = await client.query<WrittenTree>(WRITTEN_TREES, [rootIds]);
  return new Map(rows.map((tree) => [tree.rootId, tree]));
}
