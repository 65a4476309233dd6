import { Client } from 'pg';

/** Of this run alone, so that two runs on one given server do not meet. */
const TEMPLATE = `ledtid_template_${process.pid}`;

/** An empty database to be migrated once and cloned by each test file. Gives its URL. */
export async function createTemplate(serverUrl: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  return withDatabase(serverUrl, TEMPLATE);
}

/** The same server and role, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
