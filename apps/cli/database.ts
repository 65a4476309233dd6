import type { Pool } from 'pg';
import { createPool, runMigrations, startEmbeddedPostgres } from '@ledtid/platform';
import { MIGRATIONS } from '../../migrations';
import type { Context } from './context';

export interface DatabaseUse {
  /** Whether tables may be made in a database named by DATABASE_URL; in the embedded one they always are. */
  readonly migrate?: boolean;
}

/**
 * Does some work on the database: that of DATABASE_URL, else the embedded one, which runs for the duration of
 * the work where it does not run already. Closes all that it opened, whatever becomes of the work.
 */
export async function withDatabase<Result>(
  context: Context,
  work: (pool: Pool) => Promise<Result>,
  { migrate = false }: DatabaseUse = {},
): Promise<Result> {
  const given = context.settings.databaseUrl;
  if (given !== null) {
    if (migrate) await runMigrations(given, MIGRATIONS);
    return withPool(given, work);
  }
  const server = await startEmbeddedPostgres({ dataDir: context.dataDirectory });
  try {
    await runMigrations(server.url, MIGRATIONS);
    return await withPool(server.url, work);
  } finally {
    await server.release();
  }
}

async function withPool<Result>(url: string, work: (pool: Pool) => Promise<Result>): Promise<Result> {
  const pool = createPool({ url, max: 4, name: 'ledtid-cli' });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
