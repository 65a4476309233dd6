import type { Pool, PoolClient } from 'pg';
import { contextOf } from '@ledtid/documents';
import {
  type KeyEncryptionKeys,
  type WrappedKey,
  unwrapKey,
  withTransaction,
  wrapKey,
} from '@ledtid/platform';

/** How many keys were wrapped anew, and how many documents still need which other key-encryption key. */
export interface KeyRotation {
  readonly rewrapped: number;
  readonly left: Readonly<Record<string, number>>;
}

interface Locked {
  readonly id: string;
  readonly key: WrappedKey;
}

const AT_ONCE = 100;

const OTHERS = `
  SELECT id, key FROM document WHERE key IS NOT NULL AND key->>'keyEncryptionKey' <> $1
  ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE`;

const LEFT = `
  SELECT key->>'keyEncryptionKey' AS wrapper, count(*)::int AS documents FROM document
  WHERE key IS NOT NULL AND key->>'keyEncryptionKey' <> $1 GROUP BY 1`;

/**
 * Wraps the key of every document under the current key-encryption key; the bytes are not touched. A hundred in each
 * transaction: killed at any point and run again, it goes on where it was. `left` is empty unless a process that
 * still wraps by another key took a document meanwhile.
 */
export async function rotateDocumentKeys(
  pool: Pool,
  keys: KeyEncryptionKeys,
  done: (rewrapped: number) => void = () => undefined,
): Promise<KeyRotation> {
  let rewrapped = 0;
  for (let some = AT_ONCE; some === AT_ONCE;) {
    some = await withTransaction(pool, (client) => rewrapSome(client, keys));
    rewrapped += some;
    done(rewrapped);
  }
  const { rows } = await pool.query<{ wrapper: string; documents: number }>(LEFT, [keys.current]);
  return { rewrapped, left: Object.fromEntries(rows.map(({ wrapper, documents }) => [wrapper, documents])) };
}

async function rewrapSome(client: PoolClient, keys: KeyEncryptionKeys): Promise<number> {
  const { rows } = await client.query<Locked>(OTHERS, [keys.current]);
  for (const { id, key } of rows) {
    const context = contextOf(id);
    const anew = wrapKey(unwrapKey(key, context, keys), context, keys);
    await client.query('UPDATE document SET key = $2 WHERE id = $1', [id, JSON.stringify(anew)]);
  }
  return rows.length;
}
