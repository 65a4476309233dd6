import { withTransaction } from '@ledtid/platform';
import type { Pool, PoolClient } from 'pg';

/** Reads of one report see one state of the database, whatever commits meanwhile, and change nothing. */
export function inSnapshot<Result>(
  pool: Pool,
  read: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return withTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    // A hundred thousand cases are joined and sorted in memory; the default would spill them to disk.
    // Compiling a statement takes longer than it saves on any of them.
    await client.query("set local work_mem = '64MB'; set local jit = off");
    return read(client);
  });
}
