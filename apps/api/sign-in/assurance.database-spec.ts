import { TurnedTime } from '@ledtid/time';
import { PEOPLE } from '../../../test/support/api-story';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { START, configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const FROM_JUNE = {
  ...{ action: 'sign-in', level: 'high', validFrom: '2026-06-01', validTo: null },
  source: 'a rule of this test',
};

describe('a level of assurance for everything', () => {
  const time = new TurnedTime(START);
  let database: TestDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf([exampleCase, exampleInquiry]);
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time, assurance: [FROM_JUNE] });
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  it('lets in whoever reaches it, and from its date on nobody else, by whatever token', async () => {
    time.turnTo('2026-05-31T21:59:59.000Z');
    expect((await api.call(PEOPLE.maria, 'GET', '/api/v1/me')).status).toBe(200);
    // Midnight in Stockholm.
    time.turnTo('2026-05-31T22:00:00.000Z');
    expect(await api.call(PEOPLE.maria, 'GET', '/api/v1/me')).toMatchObject({
      ...{ status: 403, body: { code: 'assurance-too-low', details: ['high'] } },
    });
  });
});
