import { Client } from 'pg';
import { PlatformError, messageOf } from '../platform-error';
import { type Migration, createDataSource } from './create-data-source';

// Any number, the same in every process: replicas that start together migrate one after the other.
const MIGRATION_LOCK = 1_795_305_600;

/**
 * Runs what has not run yet, each migration in a transaction of its own, and gives their names.
 * Throws `database-unreachable` or `migration-failed`.
 */
export async function runMigrations(url: string, migrations: Migration[]): Promise<string[]> {
  const guard = new Client({ connectionString: url });
  await guard.connect().catch((error: unknown) => {
    throw unreachable(url, error);
  });
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await migrate(url, migrations);
  } finally {
    // The lock ends with its session.
    await guard.end();
  }
}

async function migrate(url: string, migrations: Migration[]): Promise<string[]> {
  const source = await createDataSource({ url, migrations, max: 1 }).initialize();
  try {
    const done = await source.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } catch (error) {
    throw new PlatformError(
      'migration-failed',
      `A migration failed and was rolled back: ${messageOf(error)}.`,
      'Correct what it names and start again; what ran before it stays.',
      { cause: error },
    );
  } finally {
    await source.destroy();
  }
}

/** The password stands in the URL, so the message names only where it points. */
function unreachable(url: string, error: unknown): PlatformError {
  const place = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : 'the given URL';
  return new PlatformError(
    'database-unreachable',
    `The database at ${place} cannot be used: ${messageOf(error)}.`,
    'Check DATABASE_URL and that the server runs, or unset it to use the embedded one.',
    { cause: error },
  );
}
