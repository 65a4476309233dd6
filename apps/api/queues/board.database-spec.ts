import { caseConfiguration } from '@ledtid/cases';
import { QueuesModule, createLogger } from '@ledtid/platform';
import { SystemTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { RunningApi, person } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { BOARD_PATH, mountBoard } from './mount-board';

describe('the board of the queues', () => {
  const configuration = caseConfiguration(loadWorkflows());
  let database: TestDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const names = configuration.registry.stages();
    const queues = { names, databaseUrl: database.url, redisUrl: undefined, logger: createLogger('silent') };
    api = await RunningApi.start({
      ...{ databaseUrl: database.url, configuration, time: new SystemTime(), prepare: mountBoard },
      imports: [QueuesModule.forRoot(queues)],
    });
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  it('answers administrators with every stage’s queue', async () => {
    const olga = person('olga', ['administrator']);
    const { status, text } = await api.call(olga, 'GET', `${BOARD_PATH}/api/queues`);
    expect(status).toBe(200);
    for (const stage of configuration.registry.stages()) expect(text).toContain(stage);
  });

  it.each([
    ['nobody', null, 401, 'token-missing'],
    ['a data engineer', person('lars', ['data_engineer']), 403, 'role-missing'],
    ['a manager', person('maria', ['manager']), 403, 'role-missing'],
  ])('turns %s away, from its page and from its data', async (_name, who, status, code) => {
    for (const path of [BOARD_PATH, `${BOARD_PATH}/api/queues`]) {
      expect(await api.call(who, 'GET', path)).toMatchObject({ status, body: { code } });
    }
  });
});
