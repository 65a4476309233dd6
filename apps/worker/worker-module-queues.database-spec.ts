import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CasesModule, retentionRules } from '@ledtid/cases';
import { PlatformModule, QueueRegistry, QueuesModule, createLogger } from '@ledtid/platform';
import { loadWorkflows } from '@ledtid/workflows';
import { newCheckpointSettings } from '../../test/support/checkpoint-settings';
import { configurationOf } from '../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';
import { type TestQueueStore, testQueueStore } from '../../test/support/test-queues';
import { WorkerConfigurationError } from './jobs/assign-handlers';
import { Worker } from './worker';
import { WorkerModule } from './worker.module';

@Module({})
class App {}

const logger = createLogger('silent');
const configuration = configurationOf(loadWorkflows());

describe('the worker as a module', () => {
  let database: TestDatabase;
  let store: TestQueueStore;
  let directory: string;

  beforeEach(async () => {
    database = await createTestDatabase();
    store = testQueueStore(database);
    directory = await mkdtemp(join(tmpdir(), 'ledtid-worker-'));
  });
  afterEach(async () => {
    await rm(directory, { recursive: true });
    await store.clear();
    await database.drop();
  });

  function start(configured = configuration) {
    const releases = {
      ...{ area: join(directory, 'releases'), holders: {}, optOuts: [], datasets: [] },
      keys: { folder: join(directory, 'keys'), keyEncryptionKeys: { current: 'a', keys: {} } },
      environment: { folder: directory, recipient: 'age1' },
    };
    const imports = [
      PlatformModule.forRoot({ databaseUrl: database.url }),
      QueuesModule.forRoot({ names: configured.registry.stages(), ...store, logger }),
      CasesModule.forRoot({ configuration: configured }),
      WorkerModule.forRoot({
        logger,
        releases,
        checkpoints: newCheckpointSettings(directory),
        retention: retentionRules(null),
      }),
    ];
    const options = { logger: false, abortOnError: false } as const;
    return NestFactory.createApplicationContext({ module: App, imports }, options);
  }

  it('works the queue of every stage of the installed workflows, and leaves nothing behind', async () => {
    const app = await start();
    expect(app.get(QueueRegistry).names).toEqual(configuration.registry.stages());
    await app.get(Worker).relay.drain();
    await app.close();
    const open = `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    const { rows } = await database.pool.query<{ count: number }>(open);
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe('a worker without a workflow that it has steps for', () => {
  it('does not come into being, and names each step', () => {
    const registry = configurationOf(loadWorkflows().filter(({ key }) => key !== 'release')).registry;
    const executed = { extraction: {} as never };
    const make = () => new Worker({ registry, executed } as never);
    expect(make).toThrow(WorkerConfigurationError);
    expect(make).toThrow(/step extraction would never run/);
  });

  it('does not come into being either when nobody works an executed leaf', () => {
    const { registry } = configuration;
    expect(() => new Worker({ registry, executed: {} } as never)).toThrow(
      /workflows\/release: extraction\.running waits for the worker/,
    );
  });
});
