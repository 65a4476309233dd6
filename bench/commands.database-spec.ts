import { type TestDatabase, createTestDatabase } from '../test/support/test-database';
import { benches } from '.';
import { measureCommands } from './commands/measure-commands';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('commands: all are accepted, all jobs reach their queues, ledger and facts hold, the limit writes the same rows', async () => {
  const told: string[] = [];
  const measured = await measureCommands({
    ...{ databaseUrl: database.url, cases: 20, warmUpCases: 10, connections: 8, rounds: 1, seed: 3 },
    progress: (line) => void told.push(line),
  });
  const [round] = measured.rounds;
  expect(measured.commands).toBe(200);
  expect(round).toMatchObject({
    product: { commands: measured.commands },
    limits: [{ commands: measured.commands }, { commands: measured.commands }],
  });
  expect(round!.ratio).toBeGreaterThan(0);
  expect(measured.rows).toMatchObject({ form_revision: 30, idempotency: 300 });
  expect(measured.durability).toHaveProperty('fsync');
  expect(told).toHaveLength(3);
});

test('every benchmark says what it measures', () => {
  for (const bench of Object.values(benches())) expect(bench.description).toContain('against');
});
