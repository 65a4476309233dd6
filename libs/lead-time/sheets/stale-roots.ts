import type { Instant } from '@ledtid/time';
import type { Pool, PoolClient } from 'pg';
import { sqlFile } from '../sql-file';
import { RECKONING } from './reading';

const STALE_ROOTS = sqlFile(__dirname, 'stale-roots');

/** Which stale trees are asked for; left out: all. */
export interface StaleTrees {
  atMost?: number;
  /** Only those in which nothing was registered since. */
  quietSince?: Instant;
}

/** The trees of instances of whose present version nothing is kept, by their roots. */
export async function staleRoots(
  client: Pool | PoolClient,
  { atMost, quietSince }: StaleTrees = {},
): Promise<string[]> {
  const { rows } = await client.query<{ rootId: string }>(STALE_ROOTS, [RECKONING, atMost, quietSince]);
  return rows.map(({ rootId }) => rootId);
}
