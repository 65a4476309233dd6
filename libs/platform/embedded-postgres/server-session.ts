import { Client, DatabaseError } from 'pg';
import { PlatformError, messageOf, systemCodeOf } from '../platform-error';
import { serverUrl } from './credentials';
import { SERVER_DATABASE } from './server-settings';

const DUPLICATE = ['42P04', '23505'];

/** Refused, reset, or told by the server that it shuts down or starts up. */
const GOING_AWAY = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'];
const WRONG_PASSWORD = '28P01';

/**
 * Makes sure that who answers at `port` is the server of this directory and takes this password, and that
 * Ledtid's database is there. False when the server is going away. Throws `embedded-postgres-not-ours`.
 */
export async function confirmServer(port: number, password: string, dataDirectory: string): Promise<boolean> {
  try {
    await withClient(serverUrl(port, password, 'postgres'), async (client) => {
      const answer = await client.query<{ found: string }>(
        "SELECT current_setting('data_directory') AS found",
      );
      if (answer.rows[0]?.found !== dataDirectory) throw notOurs(port, dataDirectory, 'It has other data.');
      await makeDatabase(client);
    });
    return true;
  } catch (error) {
    const code = systemCodeOf(error) ?? '';
    if (GOING_AWAY.includes(code) || messageOf(error).startsWith('Connection terminated')) return false;
    throw code === WRONG_PASSWORD ? notOurs(port, dataDirectory, messageOf(error)) : error;
  }
}

async function makeDatabase(client: Client): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [SERVER_DATABASE]);
  if (found.rowCount !== 0) return;
  await client.query(`CREATE DATABASE ${SERVER_DATABASE}`).catch((error: unknown) => {
    // Another start was faster.
    if (!(error instanceof DatabaseError) || !DUPLICATE.includes(error.code ?? '')) throw error;
  });
}

/** Client sessions of the whole server, without the one that asks. */
export async function countOtherSessions(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const answer = await client.query<{ count: string }>(
      `SELECT count(*) AS count FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return Number(answer.rows[0]?.count);
  });
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function notOurs(port: number, dataDirectory: string, why: string): PlatformError {
  return new PlatformError(
    'embedded-postgres-not-ours',
    `The PostgreSQL at 127.0.0.1:${port} does not answer as the one of ${dataDirectory}. ${why}`,
    'Restore database-password beside the data, or remove both to begin with an empty database.',
  );
}
