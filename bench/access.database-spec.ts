import { type TestDatabase, createTestDatabase } from '../test/support/test-database';
import { measureAccess } from './access/measure-access';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

// Three servers start and stop.
test('access: in sessions, decisions too, and with an open door all commands are accepted', async () => {
  const measured = await measureAccess({
    ...{ databaseUrl: database.url, cases: 20, warmUpCases: 10, connections: 8, rounds: 1, seed: 3 },
    progress: () => undefined,
  });
  const [round] = measured.rounds;
  expect(round!.product.commands).toBe(200);
  expect(round!.open.map(({ commands }) => commands)).toEqual([200, 200]);
  expect(round!.ratio).toBeGreaterThan(0);
}, 120_000);
