import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationBody, type DemonstrationBody } from '../../../test/support/demonstration-release';
import { parquetRows } from '../../../test/support/parquet-rows';
import { runRelease, value } from '../../../test/support/release-body';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { loadHolderTables } from '../demonstration/write-demonstration';
import { withEngine } from '../engine/engine';
import { withSource } from './open-source';
import type { SourceConfiguration } from './source';

// Each test runs whole steps on files, on a machine that may be busy with other tests.
jest.setTimeout(30_000);

describe('a PostgreSQL source', () => {
  let database: TestDatabase;
  let scratch: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    scratch = await mkdtemp(join(tmpdir(), 'ledtid-source-'));
    await database.pool.query(
      `CREATE SCHEMA holder; CREATE TABLE holder."Odd ""name" ("case.id" text, "at" timestamptz, x double precision, yes boolean)`,
    );
    await database.pool.query(
      `INSERT INTO holder."Odd ""name" VALUES ('a', '2026-01-01 12:00+02', 0.1, true), ('', NULL, 'NaN', false), (NULL, NULL, 1e300, NULL), (E'comma, "quote"\nline', NULL, NULL, NULL)`,
    );
  });
  afterAll(async () => {
    await database.drop();
    await rm(scratch, { recursive: true });
  });

  function read(
    columns: string[],
    table = 'Odd "name',
    change: Partial<SourceConfiguration> = {},
  ): Promise<Record<string, unknown>[]> {
    const configuration = {
      kind: 'postgresql',
      connectionString: database.url,
      schema: 'holder',
      ...change,
    } as SourceConfiguration;
    return withEngine({ scratch, folders: [] }, (engine) =>
      withSource(configuration, scratch, async (source) => {
        const relation = value(await source.relation({ table, columns }, engine));
        return engine.rows('read', `SELECT * FROM ${relation}`);
      }),
    );
  }

  it('gives every value as PostgreSQL writes it, and tells an empty text from a missing one', async () => {
    expect(await read(['case.id', 'at', 'x', 'yes'])).toEqual([
      { 'case.id': 'a', at: '2026-01-01 10:00:00+00', x: '0.1', yes: 'true' },
      { 'case.id': '', at: null, x: 'NaN', yes: 'false' },
      { 'case.id': null, at: null, x: '1e+300', yes: null },
      { 'case.id': 'comma, "quote"\nline', at: null, x: null, yes: null },
    ]);
  });

  it('reads only the columns asked for', async () => {
    expect(Object.keys((await read(['yes']))[0]!)).toEqual(['yes']);
  });

  it('reads all its tables as they were at one moment', async () => {
    await database.pool.query(
      'CREATE TABLE holder.a (v int); CREATE TABLE holder.b (v int); INSERT INTO holder.a VALUES (1)',
    );
    const configuration: SourceConfiguration = {
      kind: 'postgresql',
      connectionString: database.url,
      schema: 'holder',
    };
    const counts = await withEngine({ scratch, folders: [] }, (engine) =>
      withSource(configuration, scratch, async (source) => {
        const first = value(await source.relation({ table: 'a', columns: ['v'] }, engine));
        await database.pool.query(
          'WITH moved AS (DELETE FROM holder.a RETURNING v) INSERT INTO holder.b SELECT v FROM moved',
        );
        const second = value(await source.relation({ table: 'b', columns: ['v'] }, engine));
        return [
          await engine.count('count', `SELECT 1 FROM ${first}`),
          await engine.count('count', `SELECT 1 FROM ${second}`),
        ];
      }),
    );
    expect(counts).toEqual([1, 0]);
  });

  it.each([
    ['source-lacks-table', 'nowhere', ['x']],
    ['source-lacks-variable', 'Odd "name', ['x', 'y']],
  ])('is refused with %s', async (code, table, columns) => {
    await expect(read(columns, table)).rejects.toThrow(code);
  });

  it('does not tell its password when it cannot be reached', async () => {
    const connectionString = 'postgresql://clinic:hemligt@127.0.0.1:1/clinic';
    const failing = read(['x'], 'Odd "name', { connectionString });
    await expect(failing).rejects.toMatchObject({ code: 'source-unreachable' });
    expect(String(await failing.catch((error: unknown) => error))).toContain('ECONNREFUSED');
    expect(
      JSON.stringify(await failing.catch((error: unknown) => error)) +
        String(await failing.catch((error: unknown) => error)),
    ).not.toContain('hemligt');
  });
});

describe('the demonstration’s first holder', () => {
  let database: TestDatabase;
  let body: DemonstrationBody;
  beforeAll(async () => {
    [database, body] = await Promise.all([createTestDatabase(), demonstrationBody()]);
  });
  afterAll(async () => {
    await database.drop();
    await body.remove();
  });

  it('gives the same package from its tables, loaded twice, as from the same rows in files', async () => {
    await loadHolderTables(database.url, 'holder_one', body.rows);
    await loadHolderTables(database.url, 'holder_one', body.rows);
    const input = body.input('permit-a', 'one');
    const source = { kind: 'postgresql' as const, connectionString: database.url, schema: 'holder_one' };
    const fromFiles = await runRelease(body, input);
    const fromTables = await runRelease(body, { ...input, release: 'from-tables', source });
    for (const file of ['patients', 'laboratory']) {
      const [files, tables] = await Promise.all(
        [fromFiles, fromTables].map(({ opened }) => parquetRows(join(opened, `data/${file}.parquet`))),
      );
      expect(files!.length).toBeGreaterThan(0);
      expect(tables).toEqual(files);
    }
  });
});
