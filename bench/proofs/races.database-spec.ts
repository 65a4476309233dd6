import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';
import { raceFaults } from './races/race-faults';
import type { RaceResult } from './races/raced-case';
import { runRaces } from './races/run-races';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('of two who race exactly one wins, and the ledger shows one (npm run prove races: 1,000 of each)', async () => {
  const { sorts, faults } = await runRaces({
    ...{ databaseUrl: database.url, races: 12, atOnce: 4, seed: 3 },
    progress: () => undefined,
  });
  expect(faults).toEqual([]);
  expect(Object.values(sorts).map(({ races }) => races)).toEqual([12, 12, 12]);
});

describe('a race is at fault', () => {
  const body = { version: 1, children: [] };
  const won = { subject: 'olle', status: 200, code: null, body };
  const lost = { subject: 'oda', status: 409, code: 'stale', body };
  const race = (answers: RaceResult['answers']): RaceResult => ({
    race: 'claim',
    caseId: '1',
    type: 'CLAIM',
    answers,
  });
  const events = (...shown: [string, number][]) => ({
    events: new Map(shown),
    keys: new Map<string, string>(),
  });
  const one = events(['1 CLAIM olle', 1]);

  it.each([
    ['that both win', race([won, { ...lost, status: 200 }]), one, /2 won/],
    ['that nobody wins', race([{ ...won, status: 409 }, lost]), one, /0 won/],
    ['whose loser is told of a failure', race([won, { ...lost, status: 500 }]), one, /was told 500/],
    [
      'that the ledger shows of both',
      race([won, lost]),
      events(['1 CLAIM olle', 1], ['1 CLAIM oda', 1]),
      /the other too/,
    ],
    ['that the ledger shows twice', race([won, lost]), events(['1 CLAIM olle', 2]), /2 times/],
    ['that the ledger does not show', race([won, lost]), events(), /0 times/],
  ])('%s', (_what, result, kept, fault) => {
    expect(raceFaults(result, kept).join()).toMatch(fault);
  });

  it('but not where one wins and stands there once', () => {
    expect(raceFaults(race([won, lost]), one)).toEqual([]);
  });
});
