import { TurnedTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { PEOPLE } from '../../../test/support/api-story';
import { START, configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const { olle, nils } = PEOPLE;
const LIMIT = 5;

let database: TestDatabase;
let api: RunningApi;

beforeEach(async () => {
  database = await createTestDatabase();
  const configuration = configurationOf(loadWorkflows());
  const limits = { perMinute: LIMIT };
  api = await RunningApi.start({
    databaseUrl: database.url,
    configuration,
    time: new TurnedTime(START),
    limits,
  });
});
afterEach(async () => {
  await api.close();
  await database.drop();
});

const ask = (who: typeof olle | null) => api.call(who, 'GET', '/api/v1/me');

test('who asks too often is told how long to wait, and nobody else is', async () => {
  for (let request = 0; request < LIMIT; request += 1) expect((await ask(olle)).status).toBe(200);
  const refused = await ask(olle);
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  const wait = Number(refused.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect((await ask(nils)).status).toBe(200);
});

test('who tries to sign in again and again is stopped by the address, before the token is looked at', async () => {
  const statuses: number[] = [];
  for (let request = 0; request < LIMIT * 10 + 1; request += 1) statuses.push((await ask(null)).status);
  expect(new Set(statuses.slice(0, -1))).toEqual(new Set([401]));
  expect(statuses.at(-1)).toBe(429);
});
