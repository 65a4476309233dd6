import { caseConfiguration } from '@ledtid/cases';
import type { IssuerConfiguration } from '@ledtid/access';
import { QueuesModule, createLogger } from '@ledtid/platform';
import { SystemTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { exchange } from '../../../bench/proofs/requests/exchange';
import type { Browser } from '../../../test/support/browser';
import { RunningApi, person } from '../../../test/support/running-api';
import { account, refusalOf, signedIn } from '../../../test/support/signed-in';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { TestProvider } from '../../../test/support/test-provider';
import { BOARD_PATH, mountBoard } from './mount-board';

const SURER = {
  ...{ action: 'sign-in', level: 'high', validFrom: '2020-01-01', validTo: null },
  source: 'a rule of this test',
};

describe('the board of the queues', () => {
  const configuration = caseConfiguration(loadWorkflows());
  let database: TestDatabase;
  let api: RunningApi;
  /** Under a name of its own, and for those alone who signed in more surely. */
  let apart: RunningApi;
  let staff: TestProvider;

  beforeAll(async () => {
    database = await createTestDatabase();
    const names = configuration.registry.stages();
    const queues = { names, databaseUrl: database.url, redisUrl: undefined, logger: createLogger('silent') };
    staff = await TestProvider.start('staff', {
      'Ledtid drift': 'administrator',
      'Ledtid jurist': 'legal_reviewer',
    });
    const parts = { databaseUrl: database.url, configuration, time: new SystemTime() };
    const start = (host: string | null, more: { assurance?: unknown; issuers?: [IssuerConfiguration] }) =>
      RunningApi.start({
        ...{ ...parts, ...more, imports: [QueuesModule.forRoot(queues)] },
        prepare: (app) => mountBoard(app, host),
      });
    api = await start(null, { issuers: [staff.configuration()] });
    apart = await start('queues.example', { assurance: [SURER] });
    await staff.trust(`${api.url}/api/v1/sign-in/staff/callback`);
  });
  afterAll(async () => {
    await Promise.all([api.close(), apart.close()]);
    await staff.stop();
    await database.drop();
  });

  it('answers administrators with every stage’s queue', async () => {
    const olga = person('olga', ['administrator']);
    const { status, text } = await api.call(olga, 'GET', `${BOARD_PATH}/api/queues`);
    expect(status).toBe(200);
    for (const stage of configuration.registry.stages()) expect(text).toContain(stage);
  });

  it('finds the files of its page without a base, which its policy forbids', async () => {
    const olga = person('olga', ['administrator']);
    const headers = { authorization: `Bearer ${await api.tokenOf(olga)}` };
    const page = await fetch(`${api.url}${BOARD_PATH}`, { headers });
    expect(page.headers.get('content-security-policy')).toContain("base-uri 'none'");
    const files = [...(await page.text()).matchAll(/="([^"]*static[^"]*\.(?:js|css))"/g)];
    expect(files.length).toBeGreaterThan(1);
    for (const [, file] of files) {
      expect(file).toMatch(/^\//);
      const { status } = await fetch(`${api.url}${file}`, { headers });
      expect({ file, status }).toEqual({ file, status: 200 });
    }
  });

  describe('with a session', () => {
    const OLGA = account('olga', 'Ledtid drift');

    it('answers an administrator', async () => {
      const browser = await signedIn(api, staff, OLGA);
      const answer = await browser.send('GET', `${api.url}${BOARD_PATH}/api/queues`);
      expect(answer.status).toBe(200);
    });

    it('turns another role away, and a session that was signed out', async () => {
      const eva = await signedIn(api, staff, account('eva', 'Ledtid jurist'));
      const watched = (browser: Browser) => refusalOf(browser.send('GET', `${api.url}${BOARD_PATH}`));
      expect(await watched(eva)).toEqual({ status: 403, code: 'role-missing' });
      const olga = await signedIn(api, staff, OLGA);
      const cookies = new Map(olga.cookies);
      await olga.sendFromPage('POST', `${api.url}/api/v1/sign-out`);
      for (const [name, value] of cookies) olga.cookies.set(name, value);
      expect(await watched(olga)).toEqual({ status: 401, code: 'session-revoked' });
    });

    it.each([{}, { 'sec-fetch-site': 'cross-site', 'x-csrf-protection': '1' }])(
      'changes nothing for another site’s page: %p',
      async (headers: Record<string, string>) => {
        const browser = await signedIn(api, staff, OLGA);
        const pausing = `${api.url}${BOARD_PATH}/api/queues/extraction/pause`;
        expect(await refusalOf(browser.send('PUT', pausing, headers))).toEqual({
          ...{ status: 403, code: 'cross-site-request' },
        });
      },
    );
  });

  it.each([
    ['nobody', null, 401, 'token-missing'],
    ['a data engineer', person('lars', ['data_engineer']), 403, 'role-missing'],
    ['a manager', person('maria', ['manager']), 403, 'role-missing'],
  ])('turns %s away, from its page and from its data', async (_name, who, status, code) => {
    for (const path of [BOARD_PATH, `${BOARD_PATH}/api/queues`]) {
      expect(await api.call(who, 'GET', path)).toMatchObject({ status, body: { code } });
    }
  });

  it.each([
    ['the board', 'queues.example', `${BOARD_PATH}/api/queues`, 403, 'assurance-too-low'],
    ['anything else', 'queues.example', '/api/v1/me', 404, 'unknown-route'],
    ['the board', 'ledtid.example', `${BOARD_PATH}/api/queues`, 404, 'unknown-route'],
    ['anything else', 'ledtid.example', '/api/v1/me', 403, 'assurance-too-low'],
  ])('has a name of its own: %s at %s', async (_what, host, target, status, code) => {
    const token = await apart.tokenOf(person('olga', ['administrator']));
    const headers = [['host', host] as const, ['authorization', `Bearer ${token}`] as const];
    const answer = await exchange(apart.url, { method: 'GET', target, headers, body: null });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([status, expect.objectContaining({ code })]);
  });
});
