import { TurnedTime } from '@ledtid/time';
import { ApiStory, PEOPLE } from '../../../test/support/api-story';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { START, configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import type { PublicStatusBody } from './public-status.body';

describe('the status for the public', () => {
  const time = new TurnedTime(START);
  let database: TestDatabase;
  let api: RunningApi;
  let story: ApiStory;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf([exampleCase, exampleInquiry]);
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time });
    story = new ApiStory(api);
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  async function apply(times: number): Promise<void> {
    for (let n = 0; n < times; n += 1)
      await story.must(await story.draft('example-case', { title: `case ${n}` }), 'SUBMIT', PEOPLE.anna);
  }

  /** As somebody who is not signed in. */
  async function status(): Promise<PublicStatusBody> {
    const { status: code, body } = await api.call<PublicStatusBody>(null, 'GET', '/api/v1/public/status');
    expect(code).toBe(200);
    return body;
  }

  const countsIn = ({ queue, stages, applications }: PublicStatusBody) => ({
    open: queue.open,
    stage: stages.find(({ key }) => key === 'check')?.open ?? null,
    submitted: applications[0]?.rows[0]?.submitted ?? null,
  });

  it('withholds what tells of few, shows the rest to nobody in particular, and changes with the month', async () => {
    await apply(3);
    time.turnTo('2026-04-02T08:00:00.000Z');
    expect(countsIn(await status())).toEqual({ open: null, stage: null, submitted: null });
    await apply(6);
    time.turnTo('2026-04-30T08:00:00.000Z');
    // What came in April is no part of the months that have ended.
    expect(countsIn(await status())).toEqual({ open: null, stage: null, submitted: null });
    time.turnTo('2026-05-02T08:00:00.000Z');
    const may = await status();
    expect(may.period).toEqual({ from: '2025-05-01', to: '2026-05-01' });
    expect(countsIn(may)).toEqual({ open: 9, stage: 9, submitted: 9 });
    expect(may.startable).toEqual([{ key: 'example-case', label: exampleCase.texts.name }]);
    expect(may.stages[0]?.label).toEqual(exampleCase.texts.stages.check);
  });

  it('is made once in 15 minutes, however many ask', async () => {
    time.turnTo('2026-05-03T08:00:00.000Z');
    const [first, second] = await Promise.all([status(), status()]);
    expect([first, second].map(({ refreshedAt }) => refreshedAt)).toEqual(Array(2).fill(time.now()));
    time.turnTo('2026-05-03T08:14:59.999Z');
    expect((await status()).refreshedAt).toBe(first?.refreshedAt);
    time.turnTo('2026-05-03T08:15:00.000Z');
    expect((await status()).refreshedAt).toBe(time.now());
  });
});
