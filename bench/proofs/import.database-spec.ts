import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';
import { importBothSizes } from './import';

jest.setTimeout(120_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('logs of both sizes import whole in every format (npm run prove import: 25,000 and 250,000 events)', async () => {
  const sizes = { smaller: 500, larger: 2505, seed: 7 };
  const found = await importBothSizes({ databaseUrl: database.url, ...sizes, progress: () => undefined });
  expect(found.map(({ format }) => format)).toEqual(['csv', 'xes', 'ocel']);
  for (const { smaller, larger } of found) {
    expect(smaller).toMatchObject({ events: 500, cases: 50 });
    expect(larger).toMatchObject({ events: 2505, cases: 251 });
    expect(larger.peakMebibytes).toBeGreaterThan(20);
  }
});
