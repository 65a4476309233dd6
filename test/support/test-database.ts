import { createPool } from '@ledtid/platform';
import { Client, type Pool } from 'pg';
import { withDatabase } from './template-database';

export interface TestDatabase {
  url: string;
  /** Values as the product's own pools give them: instants as text. */
  pool: Pool;
  /** Closes the pool and removes the database. Throws when somebody still holds a connection: name the leak. */
  drop(): Promise<void>;
}

let made = 0;

/**
 * A database of its own for one test file, cloned from the migrated template in some tens of milliseconds.
 * With LEDTID_KEEP_TEST_DATABASES set, `drop` leaves it and prints its URL, to look at after a failure
 * (together with LEDTID_TEST_DATABASE, since the embedded server itself ends with the run).
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(setting('LEDTID_TEST_TEMPLATE')).pathname.slice(1);
  made += 1;
  const name = `ledtid_test_${process.pid}_${made}_${Math.trunc(performance.now())}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = withDatabase(setting('LEDTID_TEST_SERVER'), name);
  const pool = createPool({ url, name: 'ledtid-test' });
  return { url, pool, drop: () => drop(name, url, pool) };
}

async function drop(name: string, url: string, pool: Pool): Promise<void> {
  await pool.end();
  if (process.env.LEDTID_KEEP_TEST_DATABASES === undefined) return onServer(`DROP DATABASE ${name}`);
  process.stderr.write(`Kept ${url}\n`);
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: setting('LEDTID_TEST_SERVER') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (value !== undefined) return value;
  throw new Error(
    `${name} is not set. Name the test file *.database-spec.ts, so that a database is started.`,
  );
}
