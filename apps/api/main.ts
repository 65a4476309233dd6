import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { issuersFromJson } from '@ledtid/access';
import { caseConfiguration, caseModules } from '@ledtid/cases';
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
import { ApiModule } from './api.module';
import { createApi } from './create-api';
import { documentSettings } from './documents/document-settings';
import type { DocumentSettings } from './documents/documents-provider';
import { nestLogger } from './nest-logger';
import { mountBoard } from './queues/mount-board';
import { signInSettings } from './sign-in/sign-in-settings';

@Module({})
class ApiProcess {}

/** The API as a process of its own, as many of them as the load asks for. */
async function main(): Promise<void> {
  const settings = readSettings(process.env, 'serve');
  const logger = createLogger(settings.logLevel);
  await runMigrations(requiredSetting(settings, 'databaseUrl'), MIGRATIONS);
  const root = { module: ApiProcess, imports: importsBy(settings, logger) };
  const { trustedProxies } = settings;
  const app = await createApi(root, { logger: nestLogger(logger), trustedProxies });
  if (settings.boardHost !== null) await mountBoard(app, settings.boardHost);
  app.enableShutdownHooks();
  await app.listen(settings.port, settings.host ?? '0.0.0.0');
  logger.info({ url: await app.getUrl() }, 'api answers');
}

function importsBy(settings: Settings, logger: Logger) {
  const databaseUrl = requiredSetting(settings, 'databaseUrl');
  const redisUrl = settings.redisUrl ?? undefined;
  const issuers = issuersFromJson(requiredSetting(settings, 'issuers'));
  const configuration = caseConfiguration(loadWorkflows(), settings.clocks);
  const documents = documentSettings(settings);
  tellOfDocuments(documents, logger);
  return [
    ...caseModules({
      configuration,
      logger,
      databaseUrl,
      redisUrl,
      maxConnections: settings.databaseConnections,
      draftsPerApplicant: settings.drafts,
      readMilliseconds: settings.reportSeconds * 1000,
    }),
    ApiModule.forRoot({
      issuers,
      ...signInSettings(settings),
      limits: { perMinute: settings.requestsPerMinute, redisUrl },
      ...(documents && { documents }),
    }),
  ];
}

/** What somebody who runs it in production has to know, and would otherwise learn from an auditor. */
function tellOfDocuments(documents: DocumentSettings | null, logger: Logger): void {
  if (documents === null) logger.warn('no documents are taken: LEDTID_DOCUMENT_DIR is not set');
  else if (documents.scanner === null) logger.warn('documents are not scanned: LEDTID_CLAMAV is not set');
}

runProcess(main);
