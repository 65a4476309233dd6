import type { PoolClient } from 'pg';
import { eachRow } from '../each-row';
import { sqlFile } from '../sql-file';
import type { WantedTrees } from '../visits/visits-with';
import { TREES_AT_ONCE } from '../visits/visits-of-report';
import { lotsOf } from '../lots-of';
import { WrittenTurnReader } from './written-turn-reader';
import type { TurnsOfTree, WrittenTurns } from './written-turns';

const TREES = sqlFile(__dirname, 'turns-below');
const WRITTEN_TURNS = `${TREES}\nselect root_id as "rootId", words, turns from tree`;
const KEEP_TURNS = `${TREES}\n${sqlFile(__dirname, 'keep-turns')}`;
const KEPT_TURNS = sqlFile(__dirname, 'kept-turns');

/** Keeps the turns in the trees below some roots, in place of what was kept of them. */
export async function keepTurns(client: PoolClient, rootIds: readonly string[]): Promise<void> {
  await client.query(KEEP_TURNS, [rootIds]);
}

/** The turns in trees by their roots, as they are kept, else from their spans; of a tree without data holders none. */
export async function turnsOfTrees(
  client: PoolClient,
  { kept, stale }: WantedTrees,
): Promise<ReadonlyMap<string, TurnsOfTree>> {
  const reader = new WrittenTurnReader();
  const trees = new Map<string, TurnsOfTree>();
  const see = (row: WrittenTurns & { rootId: string }): void => {
    trees.set(row.rootId, reader.read(row));
  };
  if (kept.length > 0) await eachRow(client, KEPT_TURNS, [kept], see);
  for (const lot of lotsOf(stale, TREES_AT_ONCE)) await eachRow(client, WRITTEN_TURNS, [lot], see);
  return trees;
}
