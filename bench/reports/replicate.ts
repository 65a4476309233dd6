import { withTransaction } from '@ledtid/platform';
import type { Pool, PoolClient } from 'pg';

const WEEK_SECONDS = 7 * 86_400;

export interface Replication {
  /** How often the history is told again, besides the first telling. */
  readonly copies: number;
  /** Over how many weeks the copies are spread, evenly. */
  readonly weeks: number;
  /** How many weeks later than the first telling the last copy is; the others are earlier. */
  readonly latest: number;
  /** What would come later has not happened yet. ISO instant. */
  readonly present: string;
}

interface Table {
  /** When a row came to be. */
  readonly since: string;
  /** Columns filled at the moment in another column, and what they hold until then. */
  readonly later: Readonly<Record<string, { readonly at: string; readonly before: string }>>;
}

const filledAt = (at: string, before = 'NULL') => ({ at, before });

const TABLES: Readonly<Record<string, Table>> = {
  instance: {
    since: 'created_at',
    later: {
      first_submitted_at: filledAt('first_submitted_at'),
      ended_at: filledAt('ended_at'),
      outcome: filledAt('ended_at'),
      status: filledAt('ended_at', `'active'`),
    },
  },
  span: {
    since: 'started_at',
    later: { ended_at: filledAt('ended_at'), closed: filledAt('ended_at') },
  },
  milestone: { since: 'at', later: {} },
  ledger: { since: 'recorded_at', later: {} },
  clock_cycle: {
    since: 'started_at',
    later: { ended_at: filledAt('ended_at'), outcome: filledAt('ended_at', `'running'`) },
  },
};

interface Column {
  readonly name: string;
  readonly type: string;
}

/** The same id in another copy: the first eight digits are free (`CountedIds`). */
const COPIED_ID = `
  CREATE FUNCTION pg_temp.copied(id uuid, copy int) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN
    (lpad(to_hex(('x' || left(id::text, 8))::bit(32)::int + 256 * copy), 8, '0') || substr(id::text, 9))::uuid`;

/**
 * Makes many cases of few: the cases in the database that have ended are told again with other ids and by whole
 * weeks moved, so that weekdays and office hours stay what they are. Only facts and ledger rows are copied: no
 * forms, and the chains of hashes stay those of the first telling. For reports, which read no more than that.
 */
export async function replicate(pool: Pool, replication: Replication): Promise<void> {
  await withTransaction(pool, async (client) => {
    await client.query(COPIED_ID);
    for (const table of Object.keys(TABLES)) await replicateTable(client, table, replication);
  });
  await pool.query('VACUUM ANALYZE');
}

async function replicateTable(client: PoolClient, table: string, replication: Replication): Promise<void> {
  const { copies, weeks, latest, present } = replication;
  const columns = await columnsOf(client, table);
  const indexes = await dropIndexes(client, table);
  const expressions = columns.map((column) => expressionOf(table, column, present));
  await client.query(
    `CREATE TEMP TABLE told AS SELECT ${table}.* FROM ${table}
     JOIN instance AS own ON own.id = ${table}.${table === 'instance' ? 'id' : 'instance_id'}
     JOIN instance AS root ON root.id = own.root_id AND root.ended_at IS NOT NULL`,
  );
  await client.query(
    `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')})
     SELECT ${expressions.join(', ')}
     FROM (SELECT copy, (${latest} - copy * ${weeks} / ${copies}) * interval '${WEEK_SECONDS} seconds' AS moved
           FROM generate_series(1, ${copies}) AS copy) AS copies, told
     WHERE told.${since(table)} + moved < '${present}'::timestamptz
     ORDER BY copy`,
  );
  await client.query('DROP TABLE told');
  for (const index of indexes) await client.query(index);
}

function since(table: string): string {
  return TABLES[table]?.since ?? '';
}

function expressionOf(table: string, { name, type }: Column, present: string): string {
  const later = TABLES[table]?.later[name];
  const copied = copiedValue(`told.${name}`, name, type);
  if (later === undefined) return copied;
  return `CASE WHEN told.${later.at} + moved < '${present}'::timestamptz THEN ${copied} ELSE ${later.before} END`;
}

function copiedValue(value: string, name: string, type: string): string {
  if (type === 'uuid') return `pg_temp.copied(${value}, copy)`;
  if (type === 'uuid[]') return `ARRAY(SELECT pg_temp.copied(id, copy) FROM unnest(${value}) AS id)`;
  if (type === 'timestamp with time zone') return `${value} + moved`;
  if (type === 'date') return `(${value} + moved)::date`;
  return name === 'registration_number' ? `${value} || '-' || copy` : value;
}

async function columnsOf(client: PoolClient, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  return rows;
}

/** Made anew afterwards: millions of rows are indexed faster all at once. */
async function dropIndexes(client: PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = $1 AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [table],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}
