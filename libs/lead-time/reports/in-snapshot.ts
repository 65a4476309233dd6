import { withTransaction } from '@ledtid/platform';
import type { Pool, PoolClient } from 'pg';

/** Reads of one report see one state of the database, whatever commits meanwhile, and change nothing. */
export function inSnapshot<Result>(
  pool: Pool,
  read: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return withTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    return read(client);
  });
}
