import type { Pool } from 'pg';
import { MIGRATIONS } from '../../../migrations';
import { MIGRATIONS_TABLE } from './create-data-source';

/** Names of the migrations that this build knows and the database has not run. Rejects when it does not answer. */
export async function missingMigrations(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE}`);
  const done = new Set(rows.map(({ name }) => name));
  return MIGRATIONS.map(({ name }) => name).filter((name) => !done.has(name));
}
