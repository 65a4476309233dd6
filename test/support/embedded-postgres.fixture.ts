import { startEmbeddedPostgres } from '@ledtid/platform';
import { Client } from 'pg';

/*
 * A process of its own that starts the embedded database and writes a row, for tests that then kill it:
 * `DATA_DIR wait` prints what it did and stays, `DATA_DIR throw` ends by an uncaught error.
 */
async function main(dataDir: string, end: string): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDir });
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS kept (what text)');
  await client.query(`INSERT INTO kept VALUES ('written before the end')`);
  process.stdout.write(`${JSON.stringify({ started: server.started, url: server.url })}\n`);
  if (end === 'throw') throw new Error('the fixture ends by an uncaught error');
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
