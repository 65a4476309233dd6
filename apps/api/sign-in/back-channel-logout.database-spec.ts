import { SystemTime } from '@ledtid/time';
import type { JWTPayload } from 'jose';
import { Browser } from '../../../test/support/browser';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { ForgingIssuer, newPair } from '../../../test/support/forging-issuer';
import { configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { account, refusalOf, signedIn } from '../../../test/support/signed-in';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { TestProvider } from '../../../test/support/test-provider';

const EVA = account('eva', 'Ledtid jurist');
const FRIDA = account('frida', 'Ledtid jurist');
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

type Forge = (issuer: ForgingIssuer, claims: JWTPayload) => Promise<string> | string;

const changed =
  (change: Record<string, unknown>): Forge =>
  (issuer, claims) =>
    issuer.sign({ ...claims, ...change });

/** What is no logout token of this issuer for this client. */
const FORGED: [risk: string, forge: Forge][] = [
  ['no signature', (issuer, claims) => issuer.unsigned(claims)],
  ['the public key as a secret', (issuer, claims) => issuer.signByPublicKey(claims)],
  [
    'an algorithm that this issuer may not use',
    async (issuer, claims) => issuer.sign(claims, { key: await newPair('ES256'), alg: 'ES256' }),
  ],
  ['a stranger’s key', (issuer, claims) => issuer.sign(claims, { key: issuer.stranger })],
  ['another issuer', changed({ iss: 'https://other.example' })],
  ['the audience of bearer tokens', changed({ aud: 'ledtid' })],
  ['no moment', changed({ iat: undefined })],
  ['a moment long ago', (issuer, claims) => issuer.sign({ ...claims, iat: (claims.iat ?? 0) - 700 })],
  ['a moment to come', (issuer, claims) => issuer.sign({ ...claims, iat: (claims.iat ?? 0) + 120 })],
  ['an end that is past', (issuer, claims) => issuer.sign({ ...claims, exp: (claims.iat ?? 0) - 60 })],
  ['no end', changed({ exp: undefined })],
  ['no id', changed({ jti: undefined })],
  ['no event', changed({ events: undefined })],
  ['another event', changed({ events: { 'http://schemas.openid.net/event/other': {} } })],
  ['an event that is no object', changed({ events: { [EVENT]: true } })],
  ['a nonce, as ID tokens have', changed({ nonce: 'any' })],
  ['neither person nor session', changed({ sub: undefined, sid: undefined })],
  ['nothing', () => ''],
];

describe('what a sign-in service has ended', () => {
  const time = new SystemTime();
  let database: TestDatabase;
  let staff: TestProvider;
  let others: TestProvider;
  let forging: ForgingIssuer;
  let api: RunningApi;
  let ids = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    staff = await TestProvider.start('staff', { 'Ledtid jurist': 'legal_reviewer' });
    others = await TestProvider.start('others', { 'Ledtid jurist': 'legal_reviewer' });
    others.namesSessions = false;
    forging = await ForgingIssuer.start();
    // On Node 20 it says that it cannot keep itself from sending to this machine, which is what it is to do.
    jest.spyOn(console, 'warn').mockImplementation();
    api = await RunningApi.start({
      ...{ databaseUrl: database.url, time, configuration: configurationOf([exampleCase, exampleInquiry]) },
      issuers: [staff.configuration(), others.configuration(), forging.configuration()],
    });
    for (const provider of [staff, others])
      await provider.trust(`${api.url}/api/v1/sign-in/${provider.name}/callback`);
  });
  afterAll(async () => {
    await api.close();
    await Promise.all([staff.stop(), others.stop(), forging.stop()]);
    await database.drop();
  });

  const statusOf = async (browser: Browser) => (await browser.send('GET', `${api.url}/api/v1/me`)).status;

  async function sessionAtIssuer(browser: Browser): Promise<string> {
    const me = (await (await browser.send('GET', `${api.url}/api/v1/sessions`)).json()) as {
      items: { id: string; current: boolean }[];
    };
    const { rows } = await database.pool.query<{ sid: string }>(
      'SELECT issuer_session AS sid FROM session WHERE id = $1',
      [me.items.find(({ current }) => current)?.id],
    );
    return rows[0]?.sid ?? '';
  }

  it('ends here: that session and no other', async () => {
    const [one, other] = [await signedIn(api, staff, EVA), await signedIn(api, staff, EVA)];
    await staff.endSession('eva', await sessionAtIssuer(one));
    expect([await statusOf(one), await statusOf(other)]).toEqual([401, 200]);
  });

  it('ends here for the whole person where the service names no session, and for nobody else', async () => {
    const [one, another] = [await signedIn(api, others, EVA), await signedIn(api, others, EVA)];
    const frida = await signedIn(api, others, FRIDA);
    const namesake = await signedIn(api, staff, EVA);
    await others.endSession('eva', '');
    const left = [
      await statusOf(one),
      await statusOf(another),
      await statusOf(frida),
      await statusOf(namesake),
    ];
    expect(left).toEqual([401, 401, 200, 200]);
  });

  it('is no fault where there was no such session', async () => {
    await expect(staff.endSession('nobody', 'none')).resolves.toBeUndefined();
  });

  const now = () => Math.floor(Date.parse(time.now()) / 1000);
  const sound = (): JWTPayload => {
    const { nonce: _, ...claims } = forging.claims(now(), '');
    return { ...claims, jti: `id-${(ids += 1)}`, sid: 'a-session', events: { [EVENT]: {} } };
  };
  const told = (token: string, name = 'forging') =>
    fetch(`${api.url}/api/v1/sign-in/${name}/back-channel-logout`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token, other: 'passed over' }),
    });

  it('is taken when it is sound, and when it comes again refused', async () => {
    const token = await forging.sign(sound());
    expect((await told(token)).status).toBe(204);
    expect(await refusalOf(told(token))).toEqual({ status: 400, code: 'logout-token-refused' });
  });

  it('is taken once of the same sent twenty times at once', async () => {
    const token = await forging.sign(sound());
    const answers = await Promise.all(Array.from({ length: 20 }, () => told(token)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it.each(FORGED)('is not believed with %s', async (_, forge) => {
    const token = await forge(forging, sound());
    expect(await refusalOf(told(token))).toEqual({ status: 400, code: 'logout-token-refused' });
  });

  it('is not believed at the address of another service, or of none', async () => {
    const token = await forging.sign(sound());
    expect(await refusalOf(told(token, 'staff'))).toMatchObject({ code: 'logout-token-refused' });
    expect(await refusalOf(told(token, 'nobody'))).toEqual({ status: 404, code: 'sign-in-issuer-unknown' });
  });

  it('is the only thing that may be sent as a form', async () => {
    const body = new URLSearchParams({ logout_token: 'x' });
    const answer = fetch(`${api.url}/api/v1/sign-out`, { method: 'POST', body });
    expect(await refusalOf(answer)).toEqual({ status: 415, code: 'body-not-json' });
  });
});
