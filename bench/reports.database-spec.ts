import { type TestDatabase, createTestDatabase } from '../test/support/test-database';
import { measureReports } from './reports/measure-reports';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('reports: every one answers every question, and a peer finds the same visits in the same spans', async () => {
  const measured = await measureReports({
    ...{ databaseUrl: database.url, cases: 300, years: 2, tellings: 1, rounds: 1, seed: 3 },
    progress: () => undefined,
  });
  expect(measured.faults).toEqual([]);
  expect(measured.cases).toBeGreaterThanOrEqual(300);
  expect(measured.rows.case_sheet).toBeGreaterThan(10 * 300);
  expect(measured.reports.map(({ report }) => report)).toEqual(
    expect.arrayContaining(['activity', 'holder']),
  );
  for (const { seconds, questions } of measured.reports) {
    expect(seconds.p95).toBeGreaterThan(0);
    expect(questions.length).toBeGreaterThanOrEqual(4);
    for (const question of questions) expect(question.first).toBeGreaterThan(0);
  }
  const ofHolder = measured.reports.find(({ report }) => report === 'holder')?.questions ?? [];
  expect(new Set(ofHolder.map(({ query }) => query.holder))).toEqual(new Set(['region-norr']));
  expect(measured.peerRounds.every(({ ratio }) => ratio > 0)).toBe(true);
}, 120_000);
