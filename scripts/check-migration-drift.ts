import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, runMigrations, startEmbeddedPostgres } from '@ledtid/platform';
import type { DataSource } from 'typeorm';
import { ACCESS_ENTITIES } from '@ledtid/access';
import { CASE_ENTITIES } from '@ledtid/cases';
import { LEAD_TIME_ENTITIES } from '@ledtid/lead-time';
import { MIGRATIONS } from '../migrations';

// TypeORM 1.1 reads the tables by several queries at once on one connection, of which pg 8 warns. Only this
// comparison does so; the product never lets TypeORM look at its schema.
process.noDeprecation = true;

/** Every entity of every room that has tables. */
const ENTITIES = [...CASE_ENTITIES, ...ACCESS_ENTITIES, ...LEAD_TIME_ENTITIES];

/**
 * Migrations and entities must say the same, and every migration must be able to go back: an empty database
 * goes up, is compared, goes down until nothing is left, and up again. Exit 1 and what differs otherwise.
 */
async function checkMigrationDrift(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ledtid-drift-'));
  const server = await startEmbeddedPostgres({ dataDir, fast: true });
  try {
    await runMigrations(server.url, MIGRATIONS);
    const source = await createDataSource({
      url: server.url,
      entities: ENTITIES,
      migrations: MIGRATIONS,
    }).initialize();
    try {
      await refuseDrift(source);
      await goDown(source);
    } finally {
      await source.destroy();
    }
    await runMigrations(server.url, MIGRATIONS);
    process.stdout.write(
      `${MIGRATIONS.length} migrations agree with ${ENTITIES.length} entities; up, down, up.\n`,
    );
  } finally {
    await server.stop();
    await rm(server.dataDirectory, { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function refuseDrift(source: DataSource): Promise<void> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  if (upQueries.length === 0) return;
  const differences = upQueries.map((query) => `  ${query.query}`).join('\n');
  throw new Error(
    `The entities ask for what no migration does:\n${differences}\nWrite a migration for it, or correct the entity (migration-drift).`,
  );
}

const LEFT = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'v', 'm', 'S') AND c.relname NOT LIKE 'schema_migration%'
  UNION ALL
  SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public'`;

async function goDown(source: DataSource): Promise<void> {
  for (const _ of MIGRATIONS) await source.undoLastMigration({ transaction: 'each' });
  const left = await source.query<{ name: string }[]>(LEFT);
  if (left.length === 0) return;
  const names = left.map((row) => row.name).join(', ');
  throw new Error(
    `Going down leaves something behind: ${names}. Complete the migration's down (migration-not-reversible).`,
  );
}

checkMigrationDrift().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
