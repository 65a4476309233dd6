import type { Pool, PoolClient } from 'pg';
import { inOrder, prepare } from '@ledtid/platform';
import type { FormRevisionRow } from '../rows';
import { fromColumns } from './columns';

const REVISION = prepare<Record<string, unknown>>(
  'case-form-revision',
  'SELECT * FROM form_revision WHERE instance_id = $1 AND version = $2',
);

// The lock and not the row is what serialises: a year's first number has no row yet to lock.
const LOCK_YEAR = prepare(
  'case-lock-year',
  `SELECT pg_advisory_xact_lock(hashtext('registration_counter'), $1)`,
);

// A statement of its own: one that waits for the lock would still see the counter as it was before.
const COUNTER = prepare<{ last: number }>(
  'case-counter',
  'SELECT last FROM registration_counter WHERE year = $1',
);

export async function formRevision(
  queryable: Pool | PoolClient,
  instanceId: string,
  version: number,
): Promise<FormRevisionRow | null> {
  const [row] = await REVISION(queryable, [instanceId, version]);
  return row ? (fromColumns(row) as unknown as FormRevisionRow) : null;
}

/**
 * The last number given in a year, locked until the transaction ends: a number is taken only by a submission
 * that commits, so the series has no gap.
 */
export async function lastRegistration(client: PoolClient, year: number): Promise<number> {
  const [, rows] = await inOrder(
    client,
    () => LOCK_YEAR(client, [year]),
    () => COUNTER(client, [year]),
  );
  return rows[0]?.last ?? 0;
}
