import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';
import { sendRequests } from './requests/send-requests';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('generated requests find no failure, no leak, and nothing changed by a refusal (npm run prove requests: 1,200 a route)', async () => {
  const found = await sendRequests({
    ...{ databaseUrl: database.url, each: 30, seed: 7 },
    progress: () => undefined,
  });
  expect(found.faults).toEqual([]);
  expect(found.requests).toBe(30 * Object.keys(found.routes).length);
  // What is refused at the door says nothing of what lies behind it.
  expect(Object.keys(found.codes).length).toBeGreaterThan(15);
});
