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
    // A report is over whole cases or over parts, and the half of a statement that is about the others is not to be run.
    // What reports read lies in memory, where several processes are worth their while sooner than the planner takes it.
    await client.query(
      "set local work_mem = '64MB'; set local jit = off; set local constraint_exclusion = on; " +
        'set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0.001',
    );
    return read(client);
  });
}
