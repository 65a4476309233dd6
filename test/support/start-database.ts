import { rm } from 'node:fs/promises';
import { runMigrations, startEmbeddedPostgres } from '@ledtid/platform';
import { MIGRATIONS } from '../../migrations';
import { clearAbandoned, newTestDirectory } from './test-directory';
import { createTemplate } from './template-database';

/**
 * Before all database tests: one PostgreSQL on a free port, and in it one database with every migration run,
 * which each test file clones. LEDTID_TEST_DATABASE names a server that already runs (a superuser's URL).
 */
export default async function startDatabase(): Promise<void> {
  const given = process.env.LEDTID_TEST_DATABASE;
  const url = given ?? (await startServer());
  const template = await createTemplate(url);
  await runMigrations(template, MIGRATIONS);
  process.env.LEDTID_TEST_SERVER = url;
  process.env.LEDTID_TEST_TEMPLATE = template;
}

async function startServer(): Promise<string> {
  await clearAbandoned();
  const dataDir = await newTestDirectory();
  const server = await startEmbeddedPostgres({ dataDir, fast: true });
  globalThis.stopTestDatabase = async () => {
    await server.stop();
    await rm(server.dataDirectory, { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
  };
  return server.url;
}

declare global {
  var stopTestDatabase: (() => Promise<void>) | undefined;
}
