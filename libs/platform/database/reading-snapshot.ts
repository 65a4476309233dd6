import type { Pool, PoolClient } from 'pg';

/**
 * Runs `read` on two connections that see the same moment of the database: one for a long cursor, one for
 * look-ups beside it. Nothing can be written on either.
 */
export async function readingSnapshot<Result>(
  pool: Pool,
  read: (client: PoolClient, reader: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  const reader = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await reader.query(`SET TRANSACTION SNAPSHOT '${rows[0]?.id ?? ''}'`);
    return await read(client, reader);
  } finally {
    await Promise.all([client.query('ROLLBACK'), reader.query('ROLLBACK')]);
    client.release();
    reader.release();
  }
}
