import { SystemTime } from '@ledtid/time';
import type { Browser } from '../../../test/support/browser';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { configurationOf } from '../../../test/support/memory-family';
import { RunningApi, person } from '../../../test/support/running-api';
import { account, refusalOf, signedIn } from '../../../test/support/signed-in';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { TestProvider } from '../../../test/support/test-provider';

const EVA = account('eva', 'Ledtid jurist');
const FRIDA = account('frida', 'Ledtid jurist');
const OLGA = account('olga', 'Ledtid drift');
const NOBODYS = '00000000-0000-7000-8000-000000000000';

describe('the sessions of a person', () => {
  let database: TestDatabase;
  let staff: TestProvider;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    staff = await TestProvider.start('staff', {
      'Ledtid jurist': 'legal_reviewer',
      'Ledtid drift': 'administrator',
    });
    api = await RunningApi.start({
      ...{ databaseUrl: database.url, time: new SystemTime(), issuers: [staff.configuration()] },
      configuration: configurationOf([exampleCase, exampleInquiry]),
    });
    await staff.trust(`${api.url}/api/v1/sign-in/staff/callback`);
  });
  afterAll(async () => {
    await api.close();
    await staff.stop();
    await database.drop();
  });
  beforeEach(() => database.pool.query('TRUNCATE session'));

  const at = (path: string) => `${api.url}/api/v1/${path}`;
  const statusOf = async (browser: Browser) => (await browser.send('GET', at('me'))).status;
  const listed = async (browser: Browser) =>
    (
      (await (await browser.send('GET', at('sessions'))).json()) as {
        items: { id: string; current: boolean }[];
      }
    ).items;
  const idOf = async (browser: Browser) => (await listed(browser)).find(({ current }) => current)?.id ?? '';
  const ending = (by: Browser, id: string) => by.sendFromPage('DELETE', at(`sessions/${id}`));
  const longAgo = () =>
    database.pool.query(`UPDATE session SET authenticated_at = authenticated_at - interval '1 h'`);

  it('are listed to that person, the newest first, and are nobody else’s', async () => {
    const [one, two] = [await signedIn(api, staff, EVA), await signedIn(api, staff, EVA)];
    await signedIn(api, staff, FRIDA);
    expect((await listed(one)).map(({ current }) => current)).toEqual([false, true]);
    expect(await listed(two)).toEqual([
      {
        ...{ id: expect.any(String) as string, current: true },
        ...{
          authenticatedAt: expect.stringMatching(/Z$/) as string,
          lastUsedAt: expect.stringMatching(/Z$/) as string,
          idleUntil: expect.stringMatching(/Z$/) as string,
          endsAt: expect.stringMatching(/Z$/) as string,
        },
      },
      expect.objectContaining({ current: false }),
    ]);
  });

  it('end one by one, at once', async () => {
    const [here, there] = [await signedIn(api, staff, EVA), await signedIn(api, staff, EVA)];
    expect((await ending(here, await idOf(there))).status).toBe(204);
    expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401]);
    expect(await listed(here)).toHaveLength(1);
  });

  it('let the browser forget the one that it ends itself', async () => {
    const browser = await signedIn(api, staff, EVA);
    const answer = await ending(browser, await idOf(browser));
    expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
    expect(browser.cookies.has('__Host-ledtid-session')).toBe(false);
  });

  it.each(['sign-out', 'sign-out-everywhere'])('let the browser forget them at %s', async (path) => {
    const answer = await (await signedIn(api, staff, EVA)).sendFromPage('POST', at(path));
    expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
  });

  it('are not ended by somebody else, who cannot tell them from none', async () => {
    const [eva, frida] = [await signedIn(api, staff, EVA), await signedIn(api, staff, FRIDA)];
    for (const id of [await idOf(eva), NOBODYS, 'no-id'])
      expect(await refusalOf(ending(frida, id))).toEqual({ status: 404, code: 'session-not-yours' });
    expect(await statusOf(eva)).toBe(200);
  });

  it('are not ended from a machine that somebody left an hour ago, but for its own', async () => {
    const [here, there] = [await signedIn(api, staff, EVA), await signedIn(api, staff, EVA)];
    const [own, other] = [await idOf(here), await idOf(there)];
    await longAgo();
    expect(await refusalOf(ending(here, other))).toEqual({ status: 401, code: 'sign-in-again' });
    expect((await ending(here, own)).status).toBe(204);
    expect(await statusOf(there)).toBe(200);
  });

  it('are not ended by another site’s page', async () => {
    const browser = await signedIn(api, staff, EVA);
    const foreign = browser.send('DELETE', at(`sessions/${await idOf(browser)}`));
    expect(await refusalOf(foreign)).toEqual({ status: 403, code: 'cross-site-request' });
  });

  it('are five at most: one more ends the oldest, and nobody else’s', async () => {
    const frida = await signedIn(api, staff, FRIDA);
    const browsers: Browser[] = [];
    for (let count = 0; count < 6; count += 1) browsers.push(await signedIn(api, staff, EVA));
    expect(await Promise.all(browsers.map(statusOf))).toEqual([401, 200, 200, 200, 200, 200]);
    expect(await statusOf(frida)).toBe(200);
  });

  it('stay as many where a browser signs in again: its own is replaced', async () => {
    const browsers: Browser[] = [];
    for (let count = 0; count < 5; count += 1) browsers.push(await signedIn(api, staff, EVA));
    await signedIn(api, staff, EVA, { browser: browsers[4]! });
    expect(await Promise.all(browsers.map(statusOf))).toEqual([200, 200, 200, 200, 200]);
  });

  describe('are ended by an administrator', () => {
    const endAll = (by: Browser, body: object) => by.sendFromPage('POST', at('sessions/end'), body);

    it('one, those of a person, or everybody’s', async () => {
      const [eva, frida] = [await signedIn(api, staff, EVA), await signedIn(api, staff, FRIDA)];
      const [again, olga] = [await signedIn(api, staff, EVA), await signedIn(api, staff, OLGA)];
      expect((await ending(olga, await idOf(again))).status).toBe(204);
      expect(await (await endAll(olga, { subject: 'staff:eva' })).json()).toEqual({ ended: 1 });
      expect(await Promise.all([eva, again, frida].map(statusOf))).toEqual([401, 401, 200]);
      expect(await (await endAll(olga, {})).json()).toEqual({ ended: 2 });
      expect(await Promise.all([frida, olga].map(statusOf))).toEqual([401, 401]);
    });

    it('who has proved who they are shortly before', async () => {
      const olga = await signedIn(api, staff, OLGA);
      await longAgo();
      expect(await refusalOf(endAll(olga, {}))).toEqual({ status: 401, code: 'sign-in-again' });
    });

    it('and by no other role', async () => {
      const eva = await signedIn(api, staff, EVA);
      expect(await refusalOf(endAll(eva, {}))).toEqual({ status: 403, code: 'role-missing' });
      const maria = person('maria', ['manager']);
      expect((await api.call(maria, 'POST', '/api/v1/sessions/end', {})).status).toBe(403);
    });
  });
});
