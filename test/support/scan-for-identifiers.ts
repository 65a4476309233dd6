import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Canaries } from './canaries';

/** A place where identifiers were found, and how many. */
export interface Leak {
  place: string;
  count: number;
}

/** All files below a folder, names included; compressed ones (gzip, Parquet) are opened. */
export async function scanTree(folder: string, canaries: Canaries): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const bytes = entry.isFile()
      ? Buffer.concat([await readFile(path), await opened(path)])
      : Buffer.alloc(0);
    const count = canaries.count(bytes) + canaries.count(Buffer.from(entry.name));
    if (count > 0) leaks.push({ place: relative(folder, path), count });
  }
  return leaks;
}

export function scanText(place: string, text: string, canaries: Canaries): Leak[] {
  const count = canaries.count(Buffer.from(text));
  return count > 0 ? [{ place, count }] : [];
}

/** All rows of all tables of a database, every column as text; the queues' own tables too. */
export async function scanDatabase(url: string, canaries: Canaries): Promise<Leak[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const leaks: Leak[] = [];
    for (const { name } of tables.rows) leaks.push(...(await scanTable(client, name, canaries)));
    return leaks;
  } finally {
    await client.end();
  }
}

async function scanTable(client: Client, name: string, canaries: Canaries): Promise<Leak[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(copyTo(`COPY (TABLE ${name}) TO STDOUT`)))
    chunks.push(chunk as Buffer);
  const count = canaries.count(Buffer.concat(chunks));
  return count > 0 ? [{ place: name, count }] : [];
}

async function opened(path: string): Promise<Buffer> {
  if (path.endsWith('.gz')) return gunzipSync(await readFile(path));
  return path.endsWith('.parquet') ? parquetAsText(path) : Buffer.alloc(0);
}

async function parquetAsText(path: string): Promise<Buffer> {
  const scratch = await mkdtemp(join(tmpdir(), 'ledtid-scan-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const target = join(scratch, 'rows.csv');
    await connection.run(
      `COPY (SELECT * FROM read_parquet('${path.replaceAll("'", "''")}')) TO '${target}' (FORMAT csv)`,
    );
    return await readFile(target);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(scratch, { recursive: true, force: true });
  }
}
