import { TurnedTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { type RawRequest, exchange } from '../../bench/proofs/requests/exchange';
import { PEOPLE } from '../../test/support/api-story';
import { START, configurationOf } from '../../test/support/memory-family';
import { RunningApi } from '../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';

const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** As a list spells where a page ended. */
function cursor(...keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** What the generated requests of `npm run prove requests` once found, each by itself. */
describe('a hostile request is answered with a problem document', () => {
  let database: TestDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf(loadWorkflows());
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time: new TurnedTime(START) });
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  async function answerTo(request: Partial<RawRequest>) {
    const authorization = `Bearer ${await api.tokenOf(PEOPLE.olle)}`;
    const usual = { method: 'GET', target: '/api/v1/me', body: null };
    const headers = [['authorization', authorization] as const, ...(request.headers ?? [])];
    const { status, headers: given, body } = await exchange(api.url, { ...usual, ...request, headers });
    return {
      status,
      contentType: given['content-type'],
      ...(JSON.parse(body) as { code: string; text: object }),
    };
  }

  it.each([
    ['a length that is no number', { headers: [['content-length', '-1']] }, 400, 'malformed-request'],
    ['a header with a space in its name', { headers: [['bad header', '1']] }, 400, 'malformed-request'],
    ['headers without end', { headers: [['x-long', 'A'.repeat(20_000)]] }, 431, 'headers-too-large'],
    ['an expectation that nobody meets', { headers: [['expect', 'miracles']] }, 417, 'expectation-unmet'],
    ['NUL in a filter', { target: '/api/v1/cases?assignee=%00' }, 422, 'bad-query'],
    ['NUL in a text that is looked for', { target: '/api/v1/cases?q=2026%00' }, 422, 'bad-query'],
    ['NUL in a filter of a queue', { target: '/api/v1/queues/extraction?holder=%00' }, 422, 'bad-query'],
    ['NUL in a filter of a report', { target: '/api/v1/reports/lead-time?holder=a%00' }, 422, 'bad-query'],
    ['NUL in the name of a log', { target: '/api/v1/reports/lead-time?log=%00' }, 422, 'bad-query'],
    [
      'NUL in a forged cursor',
      { target: `/api/v1/queues/extraction?cursor=${cursor('2026-01-01 00:00:00+00', NOBODYS, '\0')}` },
      ...([422, 'bad-cursor'] as const),
    ],
    [
      'NUL in a forged cursor of a sorted list',
      {
        target: `/api/v1/cases?sort=registrationNumber&cursor=${cursor('registrationNumber', 'a\0', NOBODYS)}`,
      },
      ...([422, 'bad-cursor'] as const),
    ],
    ['a period from before all files', { target: '/api/v1/reports/flow?from=0100-01-01' }, 422, 'bad-period'],
    ['a period at the end of time', { target: '/api/v1/reports/flow?from=9999-12-31' }, 422, 'bad-period'],
  ] as const)('%s', async (_what, request, status, code) => {
    const answer = await answerTo(request);
    expect(answer).toMatchObject({ status, code, contentType: 'application/problem+json; charset=utf-8' });
    expect(answer.text).toEqual({ sv: expect.any(String) as string, en: expect.any(String) as string });
  });
});
