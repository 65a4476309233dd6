import type { Pool } from 'pg';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { createPool } from './create-pool';
import { inOrder } from './in-order';
import { withTransaction } from './with-transaction';

describe.each([
  ['that pipelines', true],
  ['that does not', false],
])('a transaction on a pool %s', (_what, pipeline) => {
  let database: TestDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = createPool({ url: database.url, max: 2, pipeline });
    await pool.query('CREATE TABLE kept (n int PRIMARY KEY)');
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  afterEach(() => pool.query('DELETE FROM kept'));

  const insert = (n: number) => ({ text: 'INSERT INTO kept VALUES ($1)', values: [n] });
  const kept = async () =>
    (await database.pool.query<{ n: number }>('SELECT n FROM kept ORDER BY n')).rows.map(({ n }) => n);

  it('is one: all its statements lie between BEGIN and COMMIT', async () => {
    const answer = await withTransaction(pool, async (client, ending) => {
      const { rows } = await client.query<{ id: number }>('SELECT pg_current_xact_id()::text AS id');
      ending(() =>
        inOrder(
          client,
          () => client.query(insert(1)),
          () =>
            client.query('INSERT INTO kept SELECT (pg_current_xact_id()::text = $1)::int + 1', [rows[0]?.id]),
        ),
      );
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await kept()).toEqual([1, 2]);
  });

  it('keeps nothing and throws when what travels with COMMIT fails, also after a part of it succeeded', async () => {
    const work = withTransaction(pool, async (client, ending) => {
      await client.query(insert(1));
      ending(() =>
        inOrder(
          client,
          () => client.query(insert(2)),
          () => client.query(insert(1)),
          () => client.query(insert(3)),
        ),
      );
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await kept()).toEqual([]);
    await withTransaction(pool, (client) => client.query(insert(4)));
    expect(await kept()).toEqual([4]);
  });

  it('keeps nothing when its work throws, and does not begin what was to be last', async () => {
    let begun = false;
    const work = withTransaction(pool, async (client, ending) => {
      ending(async () => {
        begun = true;
      });
      await client.query(insert(1));
      throw new Error('work failed');
    });
    await expect(work).rejects.toThrow('work failed');
    expect(begun).toBe(false);
    expect(await kept()).toEqual([]);
  });

  it('answers in order, and throws the error of the first that failed', async () => {
    const client = await pool.connect();
    try {
      const [one, two] = await inOrder(
        client,
        () => client.query<{ n: number }>('SELECT 1 AS n'),
        () => client.query<{ n: number }>('SELECT 2 AS n'),
      );
      expect([one.rows, two.rows]).toEqual([[{ n: 1 }], [{ n: 2 }]]);
      const failing = inOrder(
        client,
        () => client.query('SELECT 1/0'),
        () => client.query('SELECT no_such_column'),
      );
      await expect(failing).rejects.toMatchObject({ code: '22012' });
    } finally {
      client.release();
    }
  });
});
