import { TurnedTime } from '@ledtid/time';
import { ApiStory, PEOPLE } from '../../../test/support/api-story';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { START, configurationOf } from '../../../test/support/memory-family';
import { RunningApi, person } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import type { AgeingBody, LengthsBody } from './lengths.body';

const { anna, maria } = PEOPLE;
const ines = person('ines', ['data_holder'], ['region-norr']);

describe('the visits behind a row, over HTTP', () => {
  const time = new TurnedTime(START);
  let database: TestDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf([exampleCase, exampleInquiry]);
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time });
    const story = new ApiStory(api);
    for (const day of ['02', '03', '03']) {
      time.turnTo(`2026-03-${day}T09:00:00.000Z`);
      await story.must(await story.draft('example-case', { title: day }), 'SUBMIT', anna);
    }
    time.turnTo('2026-03-12T09:00:00.000Z');
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  const ask = <Body>(path: string, who = maria) =>
    api.call<Body>(who, 'GET', `/api/v1/reports/${path}`).then(({ status, body }) => ({ status, body }));

  it('tell a manager how old what is open is, and of what has not ended no curve', async () => {
    expect(await ask<AgeingBody>('lead-time/ageing')).toEqual({
      status: 200,
      body: {
        items: [
          {
            key: 'check',
            ages: [
              { days: 10, n: 1 },
              { days: 9, n: 2 },
            ],
          },
        ],
      },
    });
    expect(await ask<LengthsBody>('lead-time/lengths?key=check')).toMatchObject({
      status: 200,
      body: { key: 'check', n: 0, open: 3, box: { p50: null }, distribution: [], survival: [] },
    });
  });

  it('are told nobody who reads no reports, and refused with words where there are none', async () => {
    expect((await ask('lead-time/lengths?key=check', anna)).status).toBe(403);
    expect((await ask('lead-time/ageing', ines)).status).toBe(403);
    const wrong = { status: 422, body: { code: 'unknown-dimension' } };
    expect(await ask('lead-time/lengths?key=2026-03&by=month')).toMatchObject(wrong);
    expect(await ask('flow/ageing')).toMatchObject({ body: { code: 'no-cases-behind' } });
    expect((await ask('lead-time/lengths')).status).toBe(422);
  });
});
