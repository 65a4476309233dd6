import 'reflect-metadata';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IssuerConfiguration } from '@ledtid/access';
import { CasesModule, type ChangeSet } from '@ledtid/cases';
import { PlatformModule, QueuesModule, createLogger } from '@ledtid/platform';
import { ApiModule, createApi } from '../apps/api';
import { WorkerModule } from '../apps/worker';
import { writeRecording } from './commands/recording';
import { answerTasks } from './support/child-process';
import { shippedConfiguration } from './support/installation';
import { releasesOfNobody } from './support/releases-of-nobody';

interface ServerParts {
  readonly databaseUrl: string;
  readonly issuer: IssuerConfiguration;
  /** Keeps every ChangeSet in memory until it is asked for. */
  readonly record: boolean;
}

const changes: ChangeSet[] = [];
let app: NestFastifyApplication | undefined;

@Module({})
class BenchServer {}

/** API, worker and relay in one process, composed as `ledtid start` composes them. */
const TASKS = {
  start: async ({ databaseUrl, issuer, record }: ServerParts): Promise<string> => {
    const configuration = shippedConfiguration();
    const logger = createLogger('error');
    const witness = record ? { witness: (change: ChangeSet) => void changes.push(change) } : {};
    const imports = [
      PlatformModule.forRoot({ databaseUrl }),
      QueuesModule.forRoot({ names: configuration.registry.stages(), databaseUrl, logger }),
      CasesModule.forRoot({ configuration, ...witness }),
      ApiModule.forRoot({ issuers: [issuer] }),
      WorkerModule.forRoot({ logger, releases: releasesOfNobody() }),
    ];
    app = await createApi({ module: BenchServer, imports }, { logger: false });
    await app.listen(0, '127.0.0.1');
    return app.getUrl();
  },
  /** Writes what was recorded to a file. */
  save: async (file: string): Promise<void> => writeRecording(file, changes),
};

export type ServerTasks = typeof TASKS;

answerTasks(TASKS, async () => app?.close());
