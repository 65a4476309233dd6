import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { MIGRATIONS } from '../../../migrations';
import { prepare } from './prepare';
import { runMigrations } from './run-migrations';
import { withTransaction } from './with-transaction';

describe('the database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(
      'CREATE TABLE note (id int PRIMARY KEY, at timestamptz, on_day date, size int8)',
    );
  });
  afterAll(() => database.drop());
  afterEach(() => database.pool.query('TRUNCATE note'));

  const countNotes = prepare<{ count: number }>('test-count-notes', 'SELECT count(*) AS count FROM note');

  it('gives moments, dates and counts as the product has them', async () => {
    await database.pool.query(
      `INSERT INTO note VALUES (1, '2026-06-19T11:00:00+02:00', '2026-06-19', 12345678901)`,
    );
    const { rows } = await database.pool.query('SELECT * FROM note');
    expect(rows).toEqual([
      { id: 1, at: '2026-06-19T09:00:00.000Z', on_day: '2026-06-19', size: 12345678901 },
    ]);
    expect(await countNotes(database.pool)).toEqual([{ count: 1 }]);
  });

  it('commits a transaction as a whole, seen by others only then', async () => {
    await withTransaction(database.pool, async (client) => {
      await client.query('INSERT INTO note VALUES (1), (2)');
      expect(await countNotes(client)).toEqual([{ count: 2 }]);
      expect(await countNotes(database.pool)).toEqual([{ count: 0 }]);
    });
    expect(await countNotes(database.pool)).toEqual([{ count: 2 }]);
  });

  it('rolls a transaction back and gives the error that ended it', async () => {
    const work = withTransaction(database.pool, async (client) => {
      await client.query('INSERT INTO note VALUES (1)');
      await client.query('INSERT INTO note VALUES (1)');
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await countNotes(database.pool)).toEqual([{ count: 0 }]);
  });

  it('hands nobody a connection that was lost inside a transaction', async () => {
    const work = withTransaction(database.pool, async (client) => {
      client.on('error', () => undefined);
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
      await client.query('INSERT INTO note VALUES (1)');
    });
    await expect(work).rejects.toThrow();
    const answers = await Promise.all(Array.from({ length: 10 }, () => countNotes(database.pool)));
    expect(answers.flat()).toEqual(Array.from({ length: 10 }, () => ({ count: 0 })));
  });

  it('refuses two statements of one name, which the server would mix up', () => {
    expect(() => prepare('test-count-notes', 'SELECT 1')).toThrow(/statement-name-taken/);
  });

  it('finds nothing to do in a migrated database, also by three at once', async () => {
    const again = await Promise.all([1, 2, 3].map(() => runMigrations(database.url, MIGRATIONS)));
    expect(again).toEqual([[], [], []]);
  });

  it('names the place but not the password when it cannot be reached', async () => {
    const attempt = runMigrations('postgres://u:secret@127.0.0.1:1/ledtid', MIGRATIONS);
    await expect(attempt).rejects.toMatchObject({ code: 'database-unreachable' });
    await expect(attempt).rejects.toThrow(/127\.0\.0\.1:1\/ledtid/);
    await expect(attempt).rejects.not.toThrow(/secret/);
  });
});
