import type { Pool, PoolClient } from 'pg';

/** What a transaction inside the transaction says, and what it becomes. */
const NESTED: Record<string, string> = {
  BEGIN: 'SAVEPOINT one_of_many',
  COMMIT: 'RELEASE SAVEPOINT one_of_many',
  ROLLBACK: 'ROLLBACK TO SAVEPOINT one_of_many; RELEASE SAVEPOINT one_of_many',
};

/**
 * Runs work that makes many transactions in a single one: all of it is there afterwards or, killed in the
 * middle, nothing, and the disk is waited for once. The work must do one thing at a time.
 */
export async function inSingleTransaction<Result>(
  pool: Pool,
  work: (inside: Pool) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(poolOf(client));
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (thrown) {
    // The connection is dropped with its transaction, so that even a broken one leaves nothing behind.
    client.release(true);
    throw thrown;
  }
}

/** A pool that always lends the one client. */
function poolOf(client: PoolClient): Pool {
  const query = (...args: unknown[]) => {
    const [statement, ...rest] = args;
    const nested = typeof statement === 'string' ? NESTED[statement] : undefined;
    return (client.query as (...all: unknown[]) => unknown)(nested ?? statement, ...rest);
  };
  const lent = { query, release: () => undefined };
  return { query, connect: () => Promise.resolve(lent) } as unknown as Pool;
}
