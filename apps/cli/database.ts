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
  return withServer(context, async (url) => {
    if (migrate || context.settings.databaseUrl === null) await runMigrations(url, MIGRATIONS);
    return withPool(url, work);
  });
}

/** The same for work that makes connections, or whole databases, of its own. */
export async function withServer<Result>(
  { settings, dataDirectory }: Context,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  if (settings.databaseUrl !== null) return work(settings.databaseUrl);
  const server = await startEmbeddedPostgres({ dataDir: dataDirectory });
  try {
    return await work(server.url);
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
