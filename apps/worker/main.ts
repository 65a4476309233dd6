import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { caseConfiguration, caseModules, retentionRules } from '@ledtid/cases';
import {
  type Settings,
  createLogger,
  readSettings,
  requiredSetting,
  runMigrations,
  runProcess,
} from '@ledtid/platform';
import { loadWorkflows } from '@ledtid/workflows';
import type { Logger } from 'pino';
import { MIGRATIONS } from '../../migrations';
import { releaseSettings } from './release/release-settings';
import { WorkerModule } from './worker.module';

@Module({})
class WorkerProcess {}

/** The worker as a process of its own, beside one or more of the api. */
async function main(): Promise<void> {
  const settings = readSettings(process.env, 'serve');
  const logger = createLogger(settings.logLevel);
  await runMigrations(requiredSetting(settings, 'databaseUrl'), MIGRATIONS);
  const root = { module: WorkerProcess, imports: importsBy(settings, logger) };
  const app = await NestFactory.createApplicationContext(root, { logger: ['error', 'warn'] });
  app.enableShutdownHooks();
  logger.info('worker works');
}

function importsBy(settings: Settings, logger: Logger) {
  const databaseUrl = requiredSetting(settings, 'databaseUrl');
  const redisUrl = settings.redisUrl ?? undefined;
  const key = requiredSetting(settings, 'keyEncryptionKey');
  const releases = releaseSettings(requiredSetting(settings, 'sources'), settings.dataDir, key);
  const checkpoints = {
    key: requiredSetting(settings, 'checkpointKey'),
    directory: requiredSetting(settings, 'checkpointDirectory'),
  };
  const configuration = caseConfiguration(loadWorkflows(), settings.clocks);
  return [
    ...caseModules({
      configuration,
      logger,
      databaseUrl,
      redisUrl,
      maxConnections: settings.databaseConnections,
    }),
    WorkerModule.forRoot({ logger, releases, checkpoints, retention: retentionRules(settings.retention) }),
  ];
}

runProcess(main);
