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

/** Up to which look the access ledger may be gone. */
export async function lastCut(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ looks: number }>(
    `SELECT (cut->>'looks')::bigint AS looks FROM checkpoint WHERE cut IS NOT NULL ORDER BY number DESC LIMIT 1`,
  );
  return rows[0]?.looks ?? 0;
}

/** The first checkpoint of a key that saw the access ledger reach a look. */
export async function firstCovering(
  client: PoolClient,
  look: number,
  keyId: string,
): Promise<Checkpoint | undefined> {
  const { rows } = await client.query(
    'SELECT * FROM checkpoint WHERE looks >= $1 AND key_id = $2 ORDER BY number LIMIT 1',
    [look, keyId],
  );
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
 * Grows with every row that is written into the ledgers or tells of a disposal, rolled back or not: when it stands still, nothing was.
 * PostgreSQL counts a little late and forgets after a crash, and then the next look differs. Null where the server
 * was told not to count.
 */
export async function writtenRows(client: PoolClient): Promise<number | null> {
  const { rows } = await client.query<{ count: number | null }>(
    `SELECT sum(n_tup_ins)::bigint AS count FROM pg_stat_user_tables
     WHERE relid IN ('ledger'::regclass, 'disposal'::regclass, 'access_record'::regclass)
       AND current_setting('track_counts')::boolean`,
  );
  return rows[0]?.count ?? null;
}

/** What a checkpoint did not say is not there, or it would be another than the one that was signed. */
function checkpointOf(columns: Record<string, unknown>): Checkpoint {
  const said = Object.entries(fromColumns(columns)).filter(([, value]) => value !== null);
  return Object.fromEntries(said) as unknown as Checkpoint;
}

async function insert(client: PoolClient, table: string, rows: readonly object[]): Promise<void> {
  await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows.map(toColumns)),
  ]);
}
