import { inOrder, prepare } from '@ledtid/platform';
import type { PoolClient } from 'pg';

// One applicant's new drafts one after the other, or several at once would each count the others out.
const LOCK_DRAFTS = prepare('lock-drafts', `SELECT pg_advisory_xact_lock(hashtext('draft'), hashtext($1))`);

const COUNT_DRAFTS = prepare<{ drafts: number }>(
  'count-drafts',
  `SELECT count(*)::int AS drafts FROM instance
   WHERE owner = $1 AND parent_id IS NULL AND registration_number IS NULL AND status = 'active'`,
);

/** How many applications somebody has begun and neither submitted nor withdrawn. Nobody adds one until the transaction ends. */
export async function openDrafts(client: PoolClient, owner: string): Promise<number> {
  const [, rows] = await inOrder(
    client,
    () => LOCK_DRAFTS(client, [owner]),
    () => COUNT_DRAFTS(client, [owner]),
  );
  return rows[0]?.drafts ?? 0;
}
