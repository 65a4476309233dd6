import { TurnedTime } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { ApiStory, PEOPLE } from '../../../test/support/api-story';
import { START, configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const { anna, olle } = PEOPLE;

describe('flow and activity over HTTP', () => {
  const time = new TurnedTime(START);
  let database: TestDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await RunningApi.start({
      databaseUrl: database.url,
      configuration: configurationOf([exampleCase, exampleInquiry]),
      time,
    });
    const story = new ApiStory(api);
    for (let day = 2; day < 5; day += 1) {
      time.turnTo(`2026-03-0${day}T08:00:00.000Z`);
      await story.must(await story.draft('example-case', { title: `case ${day}` }), 'SUBMIT', anna);
    }
    time.turnTo('2026-03-12T08:00:00.000Z');
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  async function get(path: string) {
    const { status, body } = await api.call<Record<string, unknown>>(olle, 'GET', `/api/v1/reports/${path}`);
    return { status, body };
  }

  it('tell what came and lies there', async () => {
    expect(await get('flow?from=2026-03-01&to=2026-03-11')).toMatchObject({
      status: 200,
      body: {
        cases: { arrivals: 3, departures: 0, workInProgress: { start: 0, end: 3 } },
        rows: [{ key: 'check', arrivals: 3, age: { oldest: '2026-03-02T08:00:00.000Z' } }],
      },
    });
    expect((await get('activity?language=sv')).body).toMatchObject({
      applications: { submitted: 3, applicantType: [{ key: 'not-stated', submitted: 3 }] },
      daysToAccess: { open: { n: 3 } },
    });
  });

  it('withhold small counts where the answer is for the public', async () => {
    expect(await get('flow?public=true')).toMatchObject({
      status: 200,
      body: { public: true, cases: { suppressed: true, arrivals: null }, rows: [{ arrivals: null }] },
    });
    expect((await get('flow?public=false')).body).not.toHaveProperty('public');
    expect(await get('causes?public=true')).toMatchObject({ status: 422, body: { code: 'not-public' } });
    expect((await get('flow?public=yes')).status).toBe(422);
  });
});
