import type { Pool } from 'pg';
import { lastDueLook } from '../access-ledger/cut';
import type { Checkpoints } from '../ledger/checkpoints/checkpoints';
import { BATCH, type Due } from './due';

// The oldest go first, so that what is left after any batch is an unbroken end of the chain.
const REMOVE = `
  DELETE FROM access_record WHERE number IN (
    SELECT number FROM access_record
    WHERE number <= (SELECT (cut->>'looks')::bigint FROM checkpoint WHERE cut IS NOT NULL ORDER BY number DESC LIMIT 1)
    ORDER BY number LIMIT ${BATCH})`;

/**
 * Removes looks past their time. First a checkpoint signs up to where, then they go, the oldest first: what was begun
 * and not ended is ended by the next run, and verifies in between.
 */
export async function pruneLooks(
  pool: Pool,
  checkpoints: Pick<Checkpoints, 'cut'>,
  due: Due,
): Promise<number> {
  await checkpoints.cut(due);
  let rows = 0;
  for (let batch = BATCH; batch === BATCH; rows += batch) batch = (await pool.query(REMOVE)).rowCount ?? 0;
  return rows;
}

export async function looksDue(pool: Pool, { before }: Due): Promise<number> {
  const last = await lastDueLook(pool, before);
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*) AS count FROM access_record WHERE number <= $1',
    [last],
  );
  return rows[0]?.count ?? 0;
}
