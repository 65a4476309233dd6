import { request } from 'node:http';
import { TurnedTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { ApiStory, PEOPLE } from '../../test/support/api-story';
import { START, configurationOf } from '../../test/support/memory-family';
import { RunningApi } from '../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';

const { anna } = PEOPLE;
const LIMIT = 30;
const ME = '/api/v1/me';

/** Ways around what a route checks, by means of HTTP itself (docs/security/asvs.md names what each shows). */
describe('no way around', () => {
  let database: TestDatabase;
  let api: RunningApi;
  let token: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf(loadWorkflows());
    const time = new TurnedTime(START);
    const limits = { perMinute: LIMIT };
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time, limits });
    token = await api.tokenOf(anna);
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  const ask = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) =>
    fetch(`${api.url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { authorization: `Bearer ${token}`, ...headers },
    });

  it('by a page of another origin: none is ever let, asked first or not', async () => {
    const origin = { origin: 'https://elsewhere.example' };
    const asked = { ...origin, 'access-control-request-method': 'POST' };
    for (const answer of [await ask(ME, {}, origin), await ask(ME, { method: 'OPTIONS' }, asked)]) {
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b'])(
    'by a body that a page may send without being asked: %s',
    async (type) => {
      const answer = await ask('/api/v1/cases', { method: 'POST', body: '{}' }, { 'content-type': type });
      expect(answer.status).toBe(415);
    },
  );

  it('by a safe method where something would change', async () => {
    const id = await new ApiStory(api).draft('access-application', {});
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const answer = await ask(`/api/v1/cases/${id}/commands?type=SUBMIT`, { method });
      expect({ method, status: answer.status }).toEqual({ method, status: 404 });
    }
  });

  it('by TRACE, which would tell a page its own token', async () => {
    expect(await statusOf(api.url, 'TRACE', token)).toBeGreaterThanOrEqual(400);
  });

  it('by a token in the address, where logs and neighbours would see it', async () => {
    for (const name of ['access_token', 'token', 'authorization']) {
      const answer = await fetch(`${api.url}${ME}?${name}=${token}`);
      expect({ name, status: answer.status }).toEqual({ name, status: 401 });
    }
  });

  it('by a parameter that is given twice', async () => {
    expect((await ask('/api/v1/cases?limit=1&limit=2')).status).toBe(422);
  });

  it('by an address that is encoded twice', async () => {
    const id = await new ApiStory(api).draft('access-application', {});
    const once = id.replaceAll('-', '%2D');
    expect((await ask(`/api/v1/cases/${once}`)).status).toBe(200);
    expect((await ask(`/api/v1/cases/${once.replaceAll('%', '%25')}`)).status).toBe(404);
  });

  it('by text that looks like the end of its JSON: it comes back as it was sent', async () => {
    const title = '"}]} \\" </script><script>alert(1)</script> \u2028 \u2029 \' OR 1=1; --';
    const story = new ApiStory(api);
    const id = await story.draft('access-application', { summary: title });
    const answer = await ask(`/api/v1/cases/${id}`);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(((await answer.json()) as { form: object }).form).toEqual({ summary: title });
  });

  it('by plain http: who comes that way is not led on, with the token already sent', async () => {
    const answer = await ask(ME, {}, { 'x-forwarded-proto': 'http' });
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
  });

  it.each(['/api/docs/static/', '/api/', '/admin/queues/static/', '/api/v1/', '/docs/', '/.git/HEAD'])(
    'by the folder %s: it lists nothing',
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).not.toMatch(/<li>|Index of/);
    },
  );

  it('by a forged address: without a trusted proxy the connection’s own is counted', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn <= LIMIT * 10; turn += 1) {
      const forged = {
        'x-forwarded-for': `10.0.${turn >> 8}.${turn & 255}`,
        forwarded: `for=10.0.0.${turn}`,
      };
      statuses.push((await fetch(`${api.url}${ME}`, { headers: forged })).status);
    }
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
  });
});

/** `fetch` refuses to send TRACE. */
function statusOf(url: string, method: string, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${url}${ME}`, { method, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
