import 'reflect-metadata';
import { tmpdir } from 'node:os';
import fastifyStatic from '@fastify/static';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { type TestQueueStore, testQueueStore } from '../../../test/support/test-queues';
import { createLogger } from '../logging';
import { registerBoard } from './board';
import { QueueRegistry } from './queue-registry';

@Module({})
class App {}

const PATH = '/admin/queues';

describe('the board of the queues', () => {
  let database: TestDatabase;
  let store: TestQueueStore;
  let queues: QueueRegistry;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    database = await createTestDatabase();
    store = testQueueStore(database);
    const names = ['extraction', 'delivery'];
    queues = await QueueRegistry.open({ names, ...store, logger: createLogger('silent') });
    app = await NestFactory.create<NestFastifyApplication>(App, new FastifyAdapter(), { logger: false });
    // As the portal's files are served: the board must stand beside it.
    await app.register(fastifyStatic as never, { root: tmpdir(), prefix: '/portal/' });
    await registerBoard(app.getHttpAdapter().getInstance() as never, queues, {
      path: PATH,
      authorise: async ({ headers }) =>
        headers.authorization === 'Bearer administrator'
          ? null
          : { status: 403, body: { code: 'role-missing' } },
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await queues.close();
    await store.clear();
    await database.drop();
  });

  const get = (url: string, authorization?: string) =>
    app.inject({ method: 'GET', url, headers: authorization === undefined ? {} : { authorization } });

  it.each(['', '/', '/api/queues', '/queue/extraction', '/static/js/main.js'])(
    'shows nobody but an administrator %s',
    async (page) => {
      expect((await get(`${PATH}${page}`)).statusCode).toBe(403);
      expect((await get(`${PATH}${page}`, 'Bearer manager')).json()).toEqual({ code: 'role-missing' });
    },
  );

  it('shows an administrator every queue with its jobs', async () => {
    await queues.addBulk('delivery', [{ name: 'arrival', data: { instanceId: 'a' }, jobId: 'a-1-root' }]);
    const page = await get(PATH, 'Bearer administrator');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`${PATH}/`);
    const answer = await get(`${PATH}/api/queues?activeQueue=delivery`, 'Bearer administrator');
    const { queues: shown } = answer.json<{ queues: { name: string; jobs: { id: string }[] }[] }>();
    expect(shown.map(({ name }) => name).sort()).toEqual(['delivery', 'extraction']);
    expect(shown.find(({ name }) => name === 'delivery')!.jobs.map(({ id }) => id)).toEqual(['a-1-root']);
  });
});
