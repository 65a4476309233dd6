import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { quoteName } from '../engine/quote';
import { done, type Outcome, type Refusal, refusal, refused } from '../outcome';
import { ReleaseFault } from '../release-fault';
import { csvReader } from './csv-reader';
import type { PostgresqlConfiguration, Source, TableRequest } from './source';

/**
 * A holder's PostgreSQL. All tables are read in one read-only snapshot, so that a population and the rows
 * of its persons belong together. Rows stream through COPY into the private scratch folder (a cursor is a
 * third as fast), and the engine filters them there.
 */
export class PostgresqlSource implements Source {
  private staged = 0;

  private constructor(
    private readonly client: Client,
    private readonly schema: string,
    private readonly scratch: string,
  ) {}

  static async open(configuration: PostgresqlConfiguration, scratch: string): Promise<PostgresqlSource> {
    const client = new Client({ connectionString: configuration.connectionString });
    // A connection lost between two statements is told here too; the next statement then says so.
    client.on('error', () => undefined);
    await attempt(async () => {
      await client.connect();
      await client.query("SET DateStyle = 'ISO'; SET TimeZone = 'UTC'");
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    });
    return new PostgresqlSource(client, configuration.schema ?? 'public', scratch);
  }

  async relation({ table, columns }: TableRequest): Promise<Outcome<string>> {
    const refusals = await this.check(table, columns);
    if (refusals.length > 0) return refused(...refusals);
    const folder = join(this.scratch, 'staged');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    this.staged += 1;
    const path = join(folder, `${this.staged}.csv`);
    const selected = columns.map((column) => `${quoteName(column)}::text AS ${quoteName(column)}`);
    const query = `SELECT ${selected.join(', ')} FROM ${quoteName(this.schema)}.${quoteName(table)}`;
    await attempt(() =>
      pipeline(
        this.client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE *)`)),
        createWriteStream(path, { mode: 0o600 }),
      ),
    );
    return done(csvReader(path, { quotedIsText: true }));
  }

  async close(): Promise<void> {
    // A connection that is lost already cannot be ended; what was read from it is safe in the scratch folder.
    await this.client.end().catch(() => undefined);
  }

  private async check(table: string, columns: string[]): Promise<Refusal[]> {
    const result = await attempt(() =>
      this.client.query<{ name: string }>(
        `SELECT a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped`,
        [this.schema, table],
      ),
    );
    if (result.rows.length === 0) {
      return [
        refusal(
          'source-lacks-table',
          `The source has no table ${table}.`,
          'Create it or grant the worker access to it, or correct the dataset’s description.',
          { table },
        ),
      ];
    }
    const names = result.rows.map((row) => row.name);
    return columns
      .filter((column) => !names.includes(column))
      .map((variable) =>
        refusal(
          'source-lacks-variable',
          `${table} has no column ${variable}.`,
          'Add the column at the source, or correct the dataset’s description.',
          { table, variable },
        ),
      );
  }
}

/** PostgreSQL's own messages may quote a row, and connection errors the password: only the code goes on. */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? 'no code');
    const known = /^[A-Z0-9]{5}$|^E[A-Z]+$/.test(code) ? code : 'no code';
    throw new ReleaseFault(
      'source-unreachable',
      `The holder’s PostgreSQL did not answer as it should (${known}).`,
      'Check the source and its account, then re-drive the step.',
    );
  }
}
