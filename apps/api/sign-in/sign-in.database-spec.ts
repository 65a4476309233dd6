import { SystemTime } from '@ledtid/time';
import { Browser } from '../../../test/support/browser';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { account, refusalOf, signedIn } from '../../../test/support/signed-in';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { TestProvider } from '../../../test/support/test-provider';

const SESSION = '__Host-ledtid-session';
const EVA = account('eva', 'Ledtid jurist');

describe('signing in at the portal', () => {
  let database: TestDatabase;
  let staff: TestProvider;
  let researchers: TestProvider;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    staff = await TestProvider.start('staff', { 'Ledtid jurist': 'legal_reviewer' });
    researchers = await TestProvider.start('researchers', { forskare: 'applicant' });
    api = await RunningApi.start({
      ...{ databaseUrl: database.url, time: new SystemTime() },
      configuration: configurationOf([exampleCase, exampleInquiry]),
      issuers: [staff.configuration(), researchers.configuration()],
    });
    for (const provider of [staff, researchers]) await provider.trust(callbackOf(provider));
  });
  afterAll(async () => {
    await api.close();
    await Promise.all([staff.stop(), researchers.stop()]);
    await database.drop();
  });

  const callbackOf = ({ name }: TestProvider) => `${api.url}/api/v1/sign-in/${name}/callback`;
  const signInUrl = (query: string) => `${api.url}/api/v1/sign-in?${query}`;
  const me = (browser: Browser) => browser.send('GET', `${api.url}/api/v1/me`);
  const isCallback = (next: string) => next.includes('/callback?');

  /** The address with which the provider sends the browser back, not yet visited. */
  async function wayBack(browser: Browser): Promise<string> {
    staff.account = EVA;
    const next = await browser.follow(signInUrl('issuer=staff'), isCallback);
    if (typeof next === 'string') return next;
    throw new Error(await next.text());
  }

  it('makes a session of who the issuer says it is, and tells until when it lasts', async () => {
    const browser = await signedIn(api, staff, EVA);
    expect(await (await me(browser)).json()).toMatchObject({
      ...{ subject: 'staff:eva', name: 'eva Berg', roles: ['legal_reviewer'], issuer: staff.url },
      organisations: ['health-data-access-body'],
      session: {
        authenticatedAt: expect.stringMatching(/Z$/) as string,
        idleUntil: expect.stringMatching(/Z$/) as string,
        endsAt: expect.stringMatching(/Z$/) as string,
      },
    });
    expect(browser.visited.at(-2)).toBe(`${api.url}/health/live`);
  });

  it('works by several issuers side by side, whose people stay apart', async () => {
    const researcher = await signedIn(api, researchers, account('eva', 'forskare'));
    expect(await (await me(researcher)).json()).toMatchObject({
      subject: 'researchers:eva',
      roles: ['applicant'],
    });
  });

  it('goes on when the issuer has exchanged its key', async () => {
    await staff.rotateTo('second');
    expect((await me(await signedIn(api, staff, EVA))).status).toBe(200);
  });

  it('keeps of the secret only its digest, and gives the cookie to this host and no script', async () => {
    const browser = new Browser();
    const answer = await browser.send('GET', await wayBack(browser));
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-ledtid-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/i);
    const { rows } = await database.pool.query<object>('SELECT * FROM session');
    expect(JSON.stringify(rows)).not.toContain(browser.cookies.get(SESSION));
    expect(rows).toContainEqual(
      expect.objectContaining({ secret_digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string }),
    );
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'inbox',
    '/..//evil.example',
  ])('sends nobody to %p afterwards', async (returnTo) => {
    const coming = new Browser().follow(signInUrl(`issuer=staff&returnTo=${encodeURIComponent(returnTo)}`));
    expect(await refusalOf(coming)).toEqual({ status: 422, code: 'sign-in-return-refused' });
  });

  it.each(['issuer=nobody', 'returnTo=/'])('asks by which of several issuers: %s', async (query) => {
    const answer = await new Browser().send('GET', signInUrl(query));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      ...{ code: 'sign-in-issuer-unknown', details: ['staff', 'researchers'] },
    });
  });

  it('sends the challenge of PKCE and never its verifier', async () => {
    const answer = await new Browser().send('GET', signInUrl('issuer=staff'));
    const asked = new URL(answer.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(asked.has('code_verifier')).toBe(false);
  });

  describe('is refused', () => {
    it('an answer that comes twice', async () => {
      const browser = new Browser();
      const address = await wayBack(browser);
      const kept = new Map(browser.cookies);
      expect((await browser.send('GET', address)).status).toBe(302);
      for (const [name, value] of kept) browser.cookies.set(name, value);
      expect(await refusalOf(browser.send('GET', address))).toEqual({
        status: 400,
        code: 'sign-in-not-begun',
      });
    });

    it('a code that somebody else has used, or has stolen', async () => {
      const victim = await wayBack(new Browser());
      const thief = new Browser();
      const own = new URL(await wayBack(thief));
      own.searchParams.set('code', new URL(victim).searchParams.get('code') ?? '');
      expect(await refusalOf(thief.send('GET', own.href))).toEqual({ status: 400, code: 'sign-in-refused' });
    });

    it('an answer in a browser that began nothing', async () => {
      const address = await wayBack(new Browser());
      expect(await refusalOf(new Browser().send('GET', address))).toEqual({
        ...{ status: 400, code: 'sign-in-not-begun' },
      });
    });

    it('a forged state, which does not use up the sign-in under way', async () => {
      const browser = new Browser();
      const address = await wayBack(browser);
      const forged = address.replace(/state=[^&]+/, 'state=forged');
      expect(await refusalOf(browser.send('GET', forged))).toEqual({
        ...{ status: 400, code: 'sign-in-forged-state' },
      });
      expect((await browser.send('GET', address)).status).toBe(302);
    });

    it('the answer of another browser, by which somebody would be signed in as somebody else', async () => {
      const attackers = await wayBack(new Browser());
      const victim = new Browser();
      await wayBack(victim);
      expect(await refusalOf(victim.send('GET', attackers))).toMatchObject({ code: 'sign-in-forged-state' });
    });

    it('the answer of one issuer at the address of another', async () => {
      const browser = new Browser();
      const address = (await wayBack(browser)).replace('/staff/', '/researchers/');
      expect(await refusalOf(browser.send('GET', address))).toMatchObject({ code: 'sign-in-forged-state' });
    });

    it('somebody whom the issuer gives no role here', async () => {
      const coming = signedIn(api, staff, account('nisse', 'Something else'));
      await expect(coming).rejects.toThrow('token-no-role');
    });

    it('somebody who broke off', async () => {
      const browser = new Browser();
      const address = new URL(await wayBack(browser));
      address.searchParams.delete('code');
      address.searchParams.set('error', 'access_denied');
      expect(await refusalOf(browser.send('GET', address.href))).toMatchObject({ code: 'sign-in-refused' });
    });
  });

  describe('a session', () => {
    it('gets a secret of its own at every sign-in, and the one before ends', async () => {
      const browser = await signedIn(api, staff, EVA);
      const before = browser.cookies.get(SESSION)!;
      await signedIn(api, staff, EVA, { browser });
      expect(browser.cookies.get(SESSION)).not.toBe(before);
      browser.cookies.set(SESSION, before);
      expect(await refusalOf(me(browser))).toEqual({ status: 401, code: 'session-revoked' });
    });

    it('is never the one that somebody planted in the browser', async () => {
      const browser = new Browser();
      browser.cookies.set(SESSION, 'planted');
      await signedIn(api, staff, EVA, { browser });
      expect(browser.cookies.get(SESSION)).not.toBe('planted');
      const attacker = new Browser();
      attacker.cookies.set(SESSION, 'planted');
      expect(await refusalOf(me(attacker))).toEqual({ status: 401, code: 'session-unknown' });
    });

    it('ends at once when it is signed out, and only this one', async () => {
      const [here, there] = [await signedIn(api, staff, EVA), await signedIn(api, staff, EVA)];
      const secret = here.cookies.get(SESSION)!;
      expect((await here.sendFromPage('POST', `${api.url}/api/v1/sign-out`)).status).toBe(204);
      expect(here.cookies.has(SESSION)).toBe(false);
      here.cookies.set(SESSION, secret);
      expect(await refusalOf(me(here))).toEqual({ status: 401, code: 'session-revoked' });
      expect((await me(there)).status).toBe(200);
    });

    it('ends everywhere when the person says so, and nobody else’s does', async () => {
      const mine = [await signedIn(api, staff, EVA), await signedIn(api, staff, EVA)];
      const other = await signedIn(api, staff, account('frida', 'Ledtid jurist'));
      const secrets = mine.map(({ cookies }) => cookies.get(SESSION)!);
      expect((await mine[0]!.sendFromPage('POST', `${api.url}/api/v1/sign-out-everywhere`)).status).toBe(204);
      for (const [index, browser] of mine.entries()) {
        browser.cookies.set(SESSION, secrets[index]!);
        expect(await refusalOf(me(browser))).toEqual({ status: 401, code: 'session-revoked' });
      }
      expect((await me(other)).status).toBe(200);
    });

    it('is not used by another site’s page to change something', async () => {
      const browser = await signedIn(api, staff, EVA);
      const signOut = `${api.url}/api/v1/sign-out`;
      expect(await refusalOf(browser.send('POST', signOut))).toEqual({
        status: 403,
        code: 'cross-site-request',
      });
      const foreign = { 'sec-fetch-site': 'cross-site', 'x-csrf-protection': '1' };
      expect(await refusalOf(browser.send('POST', signOut, foreign))).toMatchObject({ status: 403 });
      expect((await me(browser)).status).toBe(200);
    });

    it('is not what a bearer token has: signing it out says so', async () => {
      const headers = { authorization: `Bearer ${await api.tokenOf(SOMEBODY)}` };
      expect(await refusalOf(new Browser().send('POST', `${api.url}/api/v1/sign-out`, headers))).toEqual({
        ...{ status: 409, code: 'session-missing' },
      });
    });
  });
});

const SOMEBODY = { subject: 'anna', roles: ['applicant'], organisations: [] } as const;
