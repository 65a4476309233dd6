import type { Pool, PoolClient } from 'pg';

// Any number, the same in every process: whoever makes a checkpoint, or compares the export, holds it.
const CHECKPOINT_LOCK = 1_795_306_180;

/**
 * Runs `work` while nobody else makes or exports a checkpoint of this database, or until it calls `unlock`. Of the
 * session and not of a transaction: the export comes after the commit.
 */
export async function withCheckpointLock<Result>(
  pool: Pool,
  work: (client: PoolClient, unlock: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let held = true;
  const unlock = async () => {
    if (held) await client.query('SELECT pg_advisory_unlock($1)', [CHECKPOINT_LOCK]);
    held = false;
  };
  try {
    await client.query('SELECT pg_advisory_lock($1)', [CHECKPOINT_LOCK]);
    const result = await work(client, unlock);
    await unlock();
    return result;
  } finally {
    // A connection on which something failed is closed, and the lock ends with it.
    client.release(held);
  }
}
