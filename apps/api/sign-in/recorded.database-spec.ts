import { AccessLedger, verifyLedger } from '@ledtid/cases';
import { SystemTime } from '@ledtid/time';
import { Browser } from '../../../test/support/browser';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { configurationOf } from '../../../test/support/memory-family';
import { RunningApi, person } from '../../../test/support/running-api';
import { account, refusalOf, signedIn } from '../../../test/support/signed-in';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { TestProvider } from '../../../test/support/test-provider';
import { RefusedAttempts } from '../access/refused-attempts';

const EVA = account('eva', 'Ledtid jurist');
const NILS = person('nils', ['auditor']);
const SIGN_IN = 'GET /api/v1/sign-in/:issuer/callback';

interface Recorded {
  items: { subject: string; request: string; refused: string | null; times: number | null }[];
}

describe('what the access ledger knows of sign-ins', () => {
  let database: TestDatabase;
  let staff: TestProvider;
  let api: RunningApi;
  let attempts: RefusedAttempts;
  let ledger: AccessLedger;

  beforeEach(async () => {
    database = await createTestDatabase();
    staff = await TestProvider.start('staff', { 'Ledtid jurist': 'legal_reviewer' });
    api = await RunningApi.start({
      ...{ databaseUrl: database.url, time: new SystemTime(), issuers: [staff.configuration()] },
      ...{ configuration: configurationOf([exampleCase, exampleInquiry]), limits: { perMinute: 30 } },
      prepare: async (app) => {
        attempts = app.get(RefusedAttempts, { strict: false });
        ledger = app.get(AccessLedger, { strict: false });
      },
    });
    await staff.trust(`${api.url}/api/v1/sign-in/staff/callback`);
  });
  afterEach(async () => {
    await api.close();
    await staff.stop();
    await database.drop();
  });

  async function recorded(query = ''): Promise<Recorded['items']> {
    await attempts.flush();
    const path = `/api/v1/access-records?purpose=entry${query}`;
    return (await api.call<Recorded>(NILS, 'GET', path)).body.items;
  }
  const me = (headers: Record<string, string>) => fetch(`${api.url}/api/v1/me`, { headers });

  it('who came in, and who went out, each by name and nothing else of them', async () => {
    const browser = await signedIn(api, staff, EVA);
    const secret = browser.cookies.get('__Host-ledtid-session') ?? '';
    await browser.sendFromPage('POST', `${api.url}/api/v1/sign-out`);
    const [out, come] = await recorded('&subject=staff:eva');
    expect(come).toMatchObject({ request: SIGN_IN, refused: null, times: null, instances: [] });
    expect(out).toMatchObject({ request: 'POST /api/v1/sign-out', refused: null });
    expect(JSON.stringify([out, come])).not.toContain(secret);
    expect(JSON.stringify([out, come])).not.toContain(EVA.displayName);
  });

  it('whom their sign-in service has signed out', async () => {
    await signedIn(api, staff, EVA);
    const { rows } = await database.pool.query<{ sid: string }>('SELECT issuer_session AS sid FROM session');
    jest.spyOn(console, 'warn').mockImplementation();
    await staff.endSession('eva', rows[0]?.sid ?? '');
    expect((await recorded('&subject=staff:eva'))[0]).toMatchObject({
      request: 'POST /api/v1/sign-in/:issuer/back-channel-logout',
    });
  });

  it('that somebody was not let in, counted by why', async () => {
    await expect(signedIn(api, staff, account('nisse', 'Something else'))).rejects.toThrow('token-no-role');
    for (let count = 0; count < 5; count += 1) await me({ authorization: 'Bearer made-up' });
    await me({ cookie: '__Host-ledtid-session=made-up' });
    const all = await recorded('&refused=true');
    expect(all).toHaveLength(3);
    expect(all).toEqual(
      expect.arrayContaining(
        [
          ['token-no-role', 1],
          ['token-malformed', 5],
          ['session-unknown', 1],
        ].map(([refused, times]) =>
          expect.objectContaining({ subject: 'system:nobody', request: '*', refused, times }),
        ),
      ),
    );
    expect(JSON.stringify(all)).not.toContain('made-up');
  });

  it('that another site’s page tried to use a session, and that a body was none', async () => {
    const browser = await signedIn(api, staff, EVA);
    await browser.send('POST', `${api.url}/api/v1/sign-out`);
    await api.call(person('anna', ['applicant']), 'POST', '/api/v1/cases', { other: 1 });
    const all = await recorded('&refused=true');
    expect(all).toContainEqual(
      expect.objectContaining({ subject: 'system:nobody', refused: 'cross-site-request', times: 1 }),
    );
    expect(all).toContainEqual(expect.objectContaining({ subject: 'anna', refused: 'bad-body', times: 1 }));
  });

  it('of a flood one line a minute, by name where the name is known', async () => {
    const anna = person('anna', ['applicant']);
    await Promise.all(Array.from({ length: 40 }, () => api.call(anna, 'GET', '/api/v1/me')));
    await Promise.all(Array.from({ length: 400 }, () => me({ authorization: 'Bearer made-up' })));
    await attempts.flush();
    const { rows } = await database.pool.query<{ subject: string; refused: string; times: number }>(
      'SELECT subject, refused, times FROM access_record ORDER BY refused, subject',
    );
    expect(rows).toEqual([
      { subject: 'system:nobody', refused: 'token-malformed', times: expect.any(Number) as number },
      { subject: 'anna', refused: 'too-many-requests', times: 10 },
      { subject: 'system:nobody', refused: 'too-many-requests', times: expect.any(Number) as number },
    ]);
    expect(rows.reduce((sum, { times }) => sum + times, 0)).toBe(410);
    expect(await verifyLedger(database.pool)).toMatchObject({ fault: null, looks: 3 });
  });

  it('what could not be written at once, with the next', async () => {
    await database.pool.query('ALTER TABLE access_record RENAME TO elsewhere');
    await me({ authorization: 'Bearer made-up' });
    await attempts.flush();
    await me({ authorization: 'Bearer made-up' });
    await database.pool.query('ALTER TABLE elsewhere RENAME TO access_record');
    expect(await recorded('&refused=true')).toEqual([
      expect.objectContaining({ refused: 'token-malformed', times: 2 }),
    ]);
  });

  it('or nobody is signed in', async () => {
    jest.spyOn(ledger, 'record').mockRejectedValueOnce(new Error('no disk'));
    const browser = new Browser();
    staff.account = EVA;
    const coming = browser.follow(`${api.url}/api/v1/sign-in?issuer=staff&returnTo=/health/live`);
    expect(await refusalOf(coming)).toEqual({ status: 500, code: 'internal-error' });
    expect(browser.cookies.has('__Host-ledtid-session')).toBe(false);
  });
});
