import type { Pool, PoolClient } from 'pg';
import { sqlFile } from '../sql-file';
import { RECKONING } from './reading';

const STALE_ROOTS = sqlFile(__dirname, 'stale-roots');

/** The trees of instances of whose present version nothing is kept, by their roots; at most so many (null: all). */
export async function staleRoots(client: Pool | PoolClient, atMost: number | null = null): Promise<string[]> {
  const { rows } = await client.query<{ rootId: string }>(STALE_ROOTS, [RECKONING, atMost]);
  return rows.map(({ rootId }) => rootId);
}
