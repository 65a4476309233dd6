import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import { isUuid } from '../reading/page';

const KEPT = prepare<{ id: string }>(
  'documents-kept',
  'SELECT id FROM document WHERE id = ANY($1::uuid[]) AND key IS NOT NULL',
);

/** Which of some ids, under which bytes lie, belong to a document that is not disposed of. */
export async function keptDocuments(pool: Pool, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await KEPT(pool, [ids.filter(isUuid)])).map(({ id }) => id));
}
