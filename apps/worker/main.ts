import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CasesModule, caseConfiguration } from '@ledtid/cases';
import {
  PlatformError,
  PlatformModule,
  QueuesModule,
  createLogger,
  readConfiguration,
} from '@ledtid/platform';
import { loadWorkflows } from '@ledtid/workflows';
import { releaseSettings } from './release/release-settings';
import { WorkerModule } from './worker.module';

@Module({})
class WorkerApp {}

/** The worker as a process of its own, beside one or more of the api. */
async function main(): Promise<void> {
  const settings = readConfiguration(process.env, 'serve');
  const databaseUrl = required(settings.databaseUrl, 'DATABASE_URL');
  const key = required(settings.keyEncryptionKey, 'LEDTID_KEY_ENCRYPTION_KEY');
  const releases = releaseSettings(required(settings.sources, 'LEDTID_SOURCES'), settings.dataDir, key);
  const configuration = caseConfiguration(loadWorkflows(), settings.clocks);
  const logger = createLogger(settings.logLevel);
  const imports = [
    PlatformModule.forRoot({ databaseUrl, maxConnections: settings.databaseConnections }),
    QueuesModule.forRoot({
      ...{ names: configuration.registry.stages(), databaseUrl, logger },
      redisUrl: settings.redisUrl ?? undefined,
    }),
    CasesModule.forRoot({ configuration }),
    WorkerModule.forRoot({ logger, releases }),
  ];
  const app = await NestFactory.createApplicationContext(
    { module: WorkerApp, imports },
    { logger: ['error', 'warn'] },
  );
  app.enableShutdownHooks();
  logger.info({ queues: configuration.registry.stages() }, 'worker works');
}

function required<T>(value: T | null, variable: string): T {
  if (value !== null) return value;
  throw new PlatformError(
    'configuration-invalid',
    `${variable} is not set, and the worker by itself has no demonstration to fall back on.`,
    'Set it (docs/configuration.md), or run API and worker together by `npm start`.',
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
