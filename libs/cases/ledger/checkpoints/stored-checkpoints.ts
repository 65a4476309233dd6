import type { PoolClient } from 'pg';
import { fromColumns, toColumns } from '../../storage/columns';
import { pagesOf, rowsOf } from '../rows-in-order';
import type { Checkpoint } from './checkpoint';
import type { Head, NamedHead } from './head';

/** Checkpoints in order, from a number on. */
export async function* checkpointsFrom(client: PoolClient, number: number): AsyncGenerator<Checkpoint> {
  const statement = `SELECT * FROM checkpoint WHERE number >= ${Math.trunc(number)} ORDER BY number`;
  for await (const row of rowsOf(client, 'checkpoints', statement)) yield checkpointOf(row);
}

export async function lastCheckpoint(client: PoolClient): Promise<Checkpoint | undefined> {
  const { rows } = await client.query('SELECT * FROM checkpoint ORDER BY number DESC LIMIT 1');
  return rows.map(checkpointOf)[0];
}

export async function writeCheckpoint(client: PoolClient, checkpoint: Checkpoint): Promise<void> {
  await insert(client, 'checkpoint', [checkpoint]);
}

/** Every head that a checkpoint named, by instance and version. */
export function namedHeads(client: PoolClient): AsyncGenerator<NamedHead> {
  return rowsOf<NamedHead>(
    client,
    'named_heads',
    `SELECT instance_id AS "instanceId", version, hash, checkpoint FROM checkpoint_head
     ORDER BY instance_id, version`,
  );
}

export async function nameHeads(
  client: PoolClient,
  heads: readonly Head[],
  checkpoint: number,
): Promise<void> {
  const named = heads.map(({ instanceId, version, hash }) => ({ instanceId, version, hash, checkpoint }));
  if (named.length > 0) await insert(client, 'checkpoint_head', named);
}

/** A head as it is now, and the hash under which a checkpoint has named the same version, if one has. */
export interface PresentHead extends Head {
  readonly named: string | null;
}

// A sub-select in the list is looked up row by row, whatever the planner thinks of the long table of named heads.
const PRESENT_HEADS = `
  SELECT i.id AS "instanceId", i.version, i.hash,
    (SELECT h.hash FROM checkpoint_head h WHERE h.instance_id = i.id AND h.version = i.version) AS named
  FROM instance i ORDER BY i.id`;

/** By id, which is the order of the leaves. */
export function presentHeads(client: PoolClient): AsyncGenerator<PresentHead[]> {
  return pagesOf<PresentHead>(client, 'present_heads', PRESENT_HEADS);
}

/**
 * Grows with every row that is written into the ledger or tells of a disposal, rolled back or not: when it stands still, nothing was.
 * PostgreSQL counts a little late and forgets after a crash, and then the next look differs. Null where the server
 * was told not to count.
 */
export async function writtenRows(client: PoolClient): Promise<number | null> {
  const { rows } = await client.query<{ count: number | null }>(
    `SELECT sum(n_tup_ins)::bigint AS count FROM pg_stat_user_tables
     WHERE relid IN ('ledger'::regclass, 'disposal'::regclass) AND current_setting('track_counts')::boolean`,
  );
  return rows[0]?.count ?? null;
}

function checkpointOf(columns: Record<string, unknown>): Checkpoint {
  return fromColumns(columns) as unknown as Checkpoint;
}

async function insert(client: PoolClient, table: string, rows: readonly object[]): Promise<void> {
  await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows.map(toColumns)),
  ]);
}
