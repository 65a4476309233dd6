import { SystemTime } from '@ledtid/time';
import type { Browser } from '../../../test/support/browser';
import { ApiStory, type CaseDocument, PEOPLE } from '../../../test/support/api-story';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { account, signedIn } from '../../../test/support/signed-in';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { TestProvider } from '../../../test/support/test-provider';

const { anna, olle, lisa, dan } = PEOPLE;
const BERIT = account('berit', 'Ledtid beslutsfattare');

/** For decisions alone: less is asked of whoever does anything else. */
const SURE = {
  ...{ action: 'decision', level: 'substantial', validFrom: '2026-01-01', validTo: null },
  source: 'a rule of this test',
};

/** Everything but the date goes on as ever: provider, client and product must see the same clock. */
const ONLY_THE_DATE = {
  doNotFake: [
    ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
    ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
  ],
};

describe('a decision in a session', () => {
  const time = new SystemTime();
  let database: TestDatabase;
  let staff: TestProvider;
  let api: RunningApi;
  let story: ApiStory;
  let id: string;
  let keys = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    staff = await TestProvider.start('staff', { 'Ledtid beslutsfattare': 'decision_maker' });
    api = await RunningApi.start({
      ...{ databaseUrl: database.url, time, issuers: [staff.configuration()] },
      configuration: configurationOf([exampleCase, exampleInquiry]),
      assurance: [SURE],
    });
    await staff.trust(`${api.url}/api/v1/sign-in/staff/callback`);
    story = new ApiStory(api);
    jest.useFakeTimers(ONLY_THE_DATE);
  });
  afterAll(async () => {
    jest.useRealTimers();
    await api.close();
    await staff.stop();
    await database.drop();
  });
  beforeEach(async () => {
    id = await story.draft('example-case', { title: 'A study' });
    await story.must(id, 'SUBMIT', anna);
    await story.must(id, 'CLAIM', olle, { stage: 'check' });
    await story.must(id, 'PASS', olle);
    await story.must(id, 'CLAIM', lisa, { stage: 'law' });
    await story.must(id, 'FINISH_LAW', lisa);
    await story.must(id, 'CLAIM', dan, { stage: 'data' });
    await story.must(id, 'FINISH_DATA', dan);
  });

  const laterBy = (minutes: number) => jest.setSystemTime(Date.parse(time.now()) + minutes * 60_000);

  async function does(browser: Browser, type: string, payload: object = {}) {
    const path = `${api.url}/api/v1/cases/${id}`;
    const { version } = (await (await browser.send('GET', path)).json()) as CaseDocument;
    const idempotencyKey = `session-${(keys += 1)}`;
    const answer = await browser.sendFromPage('POST', `${path}/commands`, {
      ...{ type, payload, version, idempotencyKey },
    });
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as { code?: string },
    };
  }

  it('is taken soon after signing in', async () => {
    const berit = await signedIn(api, staff, BERIT, { fresh: true });
    expect(await does(berit, 'CLAIM', { stage: 'decision' })).toMatchObject({ status: 200 });
    expect(await does(berit, 'DECIDE')).toMatchObject({ status: 200, body: { outcome: 'access' } });
  });

  it('is refused to somebody of whom the issuer is not sure enough, which a newer sign-in does not heal', async () => {
    const berit = await signedIn(api, staff, { ...BERIT, acr: 'loa2' }, { fresh: true });
    expect(await does(berit, 'CLAIM', { stage: 'decision' })).toMatchObject({ status: 200 });
    expect(await does(berit, 'DECIDE')).toMatchObject({
      ...{ status: 403, body: { code: 'assurance-too-low', details: ['substantial'] } },
    });
  });

  it('later asks to sign in again, while everything else goes on', async () => {
    const berit = await signedIn(api, staff, BERIT, { fresh: true });
    laterBy(16);
    expect(await does(berit, 'CLAIM', { stage: 'decision' })).toMatchObject({ status: 200 });
    const refused = await does(berit, 'DECIDE');
    expect(refused).toMatchObject({ status: 401, body: { code: 'sign-in-again' } });
    expect(refused.headers.get('www-authenticate')).toContain('insufficient_user_authentication');
    // The issuer still remembers her; that is not enough.
    await signedIn(api, staff, BERIT, { browser: berit });
    expect(await does(berit, 'DECIDE')).toMatchObject({ status: 401, body: { code: 'sign-in-again' } });
    await signedIn(api, staff, BERIT, { browser: berit, fresh: true });
    expect(await does(berit, 'DECIDE')).toMatchObject({ status: 200, body: { outcome: 'access' } });
  });
});
