import { SystemTime } from '@ledtid/time';
import type { JWTPayload } from 'jose';
import { Browser } from '../../../test/support/browser';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { ForgingIssuer, newPair } from '../../../test/support/forging-issuer';
import { configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { refusalOf } from '../../../test/support/signed-in';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

type Forge = (issuer: ForgingIssuer, claims: JWTPayload) => Promise<string> | string;

const changed =
  (change: JWTPayload): Forge =>
  (issuer, claims) =>
    issuer.sign({ ...claims, ...change });
const shifted =
  (claim: 'exp' | 'nbf' | 'auth_time', seconds: number): Forge =>
  (issuer, claims) =>
    issuer.sign({ ...claims, [claim]: (claims.iat ?? 0) + seconds });

/** What no sign-in service may say, or nobody in its place. */
const FORGED: [risk: string, forge: Forge, code: string][] = [
  ['no signature', (issuer, claims) => issuer.unsigned(claims), 'sign-in-refused'],
  ['the public key as a secret', (issuer, claims) => issuer.signByPublicKey(claims), 'sign-in-refused'],
  [
    'an algorithm that this issuer may not use',
    async (issuer, claims) => issuer.sign(claims, { key: await newPair('ES256'), alg: 'ES256' }),
    'sign-in-refused',
  ],
  [
    'a key that nobody publishes',
    (issuer, claims) => issuer.sign(claims, { key: issuer.stranger, kid: 'unknown' }),
    'token-unknown-key',
  ],
  [
    'a stranger’s key under a known id',
    (issuer, claims) => issuer.sign(claims, { key: issuer.stranger }),
    'token-bad-signature',
  ],
  ['an end that is past', shifted('exp', -60), 'sign-in-refused'],
  ['a beginning to come', shifted('nbf', 120), 'sign-in-refused'],
  ['another issuer', changed({ iss: 'https://other.example' }), 'sign-in-refused'],
  ['the audience of bearer tokens', changed({ aud: 'ledtid' }), 'sign-in-refused'],
  ['the nonce of another sign-in', changed({ nonce: 'another' }), 'sign-in-refused'],
  ['no subject', changed({ sub: '' }), 'token-incomplete'],
  ['no role', changed({ roles: [] }), 'token-no-role'],
  ['a proof that is too old where a fresh one was asked for', shifted('auth_time', -1000), 'sign-in-refused'],
  [
    'no word of when, where a fresh proof was asked for',
    changed({ auth_time: undefined }),
    'sign-in-refused',
  ],
];

describe('an ID token', () => {
  const time = new SystemTime();
  let database: TestDatabase;
  let issuer: ForgingIssuer;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    issuer = await ForgingIssuer.start();
    api = await RunningApi.start({
      ...{ databaseUrl: database.url, time, issuers: [issuer.configuration()] },
      configuration: configurationOf([exampleCase, exampleInquiry]),
    });
  });
  afterAll(async () => {
    await api.close();
    await issuer.stop();
    await database.drop();
  });

  /** The browser comes back with a code for the token that is made. */
  async function comesBackWith(browser: Browser, forge: Forge): Promise<Response> {
    const begun = await browser.send('GET', `${api.url}/api/v1/sign-in?fresh=true`);
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    const now = Math.floor(Date.parse(time.now()) / 1000);
    issuer.idToken = await forge(issuer, issuer.claims(now, asked.get('nonce') ?? ''));
    const answer = new URLSearchParams({ code: 'any', state: asked.get('state') ?? '' });
    return browser.send('GET', `${api.url}/api/v1/sign-in/forging/callback?${answer}`);
  }

  it('that is sound signs its person in', async () => {
    const browser = new Browser();
    expect((await comesBackWith(browser, changed({}))).status).toBe(302);
    const me = await browser.send('GET', `${api.url}/api/v1/me`);
    expect(await me.json()).toMatchObject({ subject: 'forged:eva', assurance: 'substantial' });
  });

  it.each(FORGED)('is refused with %s', async (_, forge, code) => {
    const browser = new Browser();
    expect(await refusalOf(comesBackWith(browser, forge))).toMatchObject({ code });
    expect([...browser.cookies.keys()]).not.toContain('__Host-ledtid-session');
  });

  it('is no bearer token', async () => {
    await comesBackWith(new Browser(), changed({}));
    const headers = { authorization: `Bearer ${issuer.idToken}` };
    expect(await refusalOf(new Browser().send('GET', `${api.url}/api/v1/me`, headers))).toEqual({
      ...{ status: 401, code: 'token-wrong-audience' },
    });
  });
});

describe('a sign-in service that fails', () => {
  it.each([
    ['does not answer', (issuer: ForgingIssuer) => issuer.stop()],
    [
      'sends our secrets on to another address',
      async (issuer: ForgingIssuer) => void (issuer.leadsAway = true),
    ],
  ])('and %s is blamed, and not the person', async (_, fail) => {
    const database = await createTestDatabase();
    const issuer = await ForgingIssuer.start();
    const api = await RunningApi.start({
      ...{ databaseUrl: database.url, time: new SystemTime(), issuers: [issuer.configuration()] },
      configuration: configurationOf([exampleCase, exampleInquiry]),
    });
    try {
      const browser = new Browser();
      const begun = await browser.send('GET', `${api.url}/api/v1/sign-in`);
      const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
      await fail(issuer);
      const back = browser.send('GET', `${api.url}/api/v1/sign-in/forging/callback?code=a&state=${state}`);
      expect(await refusalOf(back)).toEqual({ status: 503, code: 'issuer-unavailable' });
      expect(issuer.astray).toEqual([]);
    } finally {
      await api.close();
      await issuer.stop();
      await database.drop();
    }
  });
});
