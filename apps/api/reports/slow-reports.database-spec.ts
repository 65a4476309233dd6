import { caseConfiguration } from '@ledtid/cases';
import { SystemTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { RunningApi, person } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const MARIA = person('maria', ['manager']);
/** As many as there are connections for long reads. */
const AT_ONCE = 4;

describe('a report that takes longer than reports may', () => {
  let database: TestDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = caseConfiguration(loadWorkflows());
    const time = new SystemTime();
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time, readMilliseconds: 500 });
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  const report = (name: string) => api.call(MARIA, 'GET', `/api/v1/reports/${name}`);

  it('is ended with a reason, while the rest goes on, and keeps no connection from the next', async () => {
    // Slow as a report over very many cases is, and for as long as the test wants it to be.
    const holder = await database.pool.connect();
    await holder.query('BEGIN; LOCK TABLE span, instance, case_visits IN ACCESS EXCLUSIVE MODE');
    const slow = Promise.all(Array.from({ length: AT_ONCE }, () => report('lead-time')));
    expect(await api.call(MARIA, 'GET', '/api/v1/me')).toMatchObject({ status: 200 });
    for (const { status, body } of await slow) {
      expect({ status, code: body.code }).toEqual({ status: 503, code: 'report-too-slow' });
    }
    await holder.query('ROLLBACK');
    holder.release();
    for (let more = 0; more <= AT_ONCE; more += 1) {
      expect(await report('lead-time')).toMatchObject({ status: 200 });
    }
  });
});
