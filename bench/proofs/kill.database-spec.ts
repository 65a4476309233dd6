import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';
import { killMidLoad } from './kill-mid-load';

// A job in hand at the kill is taken again only when its lock has run out, half a minute later.
jest.setTimeout(120_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a killed server loses nothing that was accepted, and no job is done twice (npm run prove kill: five kills)', async () => {
  const found = await killMidLoad({
    ...{ databaseUrl: database.url, cases: 10, connections: 8, kills: 1, seed: 5 },
    progress: () => undefined,
  });
  expect(found).toMatchObject({ faults: [], accepted: 100, kills: 1 });
  expect(found.arrivals).toBeGreaterThan(20);
});
