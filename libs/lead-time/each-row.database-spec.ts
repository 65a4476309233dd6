import type { PoolClient } from 'pg';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';
import { eachRow } from './each-row';

let database: TestDatabase;
let client: PoolClient;
beforeAll(async () => {
  database = await createTestDatabase();
  client = await database.pool.connect();
});
afterAll(async () => {
  client.release();
  await database.drop();
});

const THOUSAND = 'select n from generate_series(1, $1::int) as n';

test('every row is seen once, in order', async () => {
  const seen: number[] = [];
  await eachRow<{ n: number }>(client, THOUSAND, [1000], ({ n }) => seen.push(n));
  expect(seen).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
});

test('what goes wrong over a row is thrown, and the connection can be used again', async () => {
  const seen: number[] = [];
  const failing = eachRow<{ n: number }>(client, THOUSAND, [1000], ({ n }) => {
    seen.push(n);
    if (n === 3) throw new Error('third');
  });
  await expect(failing).rejects.toThrow('third');
  expect(seen).toEqual([1, 2, 3]);
  expect((await client.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a statement that fails in mid-answer is refused', async () => {
  const failing = eachRow(client, 'select 1 / (3 - n) from generate_series(1, $1::int) as n', [9], () => 0);
  await expect(failing).rejects.toThrow('division by zero');
});
