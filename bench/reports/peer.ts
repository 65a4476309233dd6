import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

const PEER = readFileSync(join(__dirname, 'sql', 'peer.sql'), 'utf8');

/** The rows of the product that the peer works on. */
const ROWS: Readonly<Record<string, string>> = {
  instance: 'id, root_id, parent_id, holder, outcome, first_submitted_at, ended_at',
  span: 'instance_id, root_id, region, opened, stage, started_at, ended_at',
  milestone: 'root_id, key, at',
};

/** A row of the lead-time table, as far as the peer tells it. Seconds. */
export interface PeerRow {
  key: string;
  n: number;
  p50: number;
  p75: number;
  p90: number;
  sum: number;
}

export interface PeerQuery {
  from?: string;
  to?: string;
  holder?: string;
}

/** DuckDB with the product's own rows in its memory, to work out the same figures. */
export class Peer {
  private constructor(private readonly connection: DuckDBConnection) {}

  static async load(pool: Pool): Promise<Peer> {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const folder = await mkdtemp(join(tmpdir(), 'ledtid-peer-'));
    try {
      for (const [table, columns] of Object.entries(ROWS)) {
        const file = join(folder, `${table}.csv`);
        await copyOut(pool, `COPY (SELECT ${columns} FROM ${table}) TO STDOUT (FORMAT csv, HEADER)`, file);
        await connection.run(`CREATE TABLE ${table} AS SELECT * FROM read_csv('${file}')`);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    return new Peer(connection);
  }

  /** The period's bounds are instants; without them everything that has ended counts. */
  async stages({ from, to, holder }: PeerQuery): Promise<PeerRow[]> {
    const reader = await this.connection.runAndReadAll(PEER, {
      from: from ?? '-infinity',
      to: to ?? 'infinity',
      holder: holder ?? '',
      holder_given: holder !== undefined,
    });
    return reader.getRowObjectsJS() as unknown as PeerRow[];
  }

  close(): void {
    this.connection.closeSync();
  }
}

async function copyOut(pool: Pool, statement: string, file: string): Promise<void> {
  const client = await pool.connect();
  try {
    await pipeline(client.query(copyTo(statement)), createWriteStream(file));
  } finally {
    client.release();
  }
}
