import type { Pool, PoolClient } from 'pg';
import { inOrder } from './in-order';

/** Takes what a transaction does last, so that it travels with COMMIT. */
export type Ending = (last: () => Promise<unknown>) => void;

/**
 * Runs `work` in one transaction on one connection: committed when it resolves, rolled back when it throws,
 * and then the same error is thrown. The connection goes back to the pool, or is dropped when even the
 * rollback failed, so that nobody inherits an open transaction.
 *
 * On a pool that pipelines, BEGIN travels with the first statement of `work`, and what it hands to `ending`
 * with COMMIT: that must send all its statements at once. When one of them fails, the server turns COMMIT
 * into ROLLBACK, and its error is thrown.
 */
export async function withTransaction<T>(
  pool: Pool,
  work: (client: PoolClient, ending: Ending) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let last: (() => Promise<unknown>) | null = null;
  try {
    const [, result] = await inOrder(
      client,
      () => client.query('BEGIN'),
      () => work(client, (send) => (last = send)),
    );
    await inOrder(client, ...(last === null ? [] : [last]), () => client.query('COMMIT'));
    client.release();
    return result;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    // The connection is gone, and the server has rolled back with it. The first error says why.
    client.release(true);
  }
}
