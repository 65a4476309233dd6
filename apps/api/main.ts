import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { issuersFromJson } from '@ledtid/access';
import { CasesModule, caseConfiguration } from '@ledtid/cases';
import {
  type Configuration,
  PlatformError,
  PlatformModule,
  createLogger,
  readConfiguration,
} from '@ledtid/platform';
import { loadWorkflows } from '@ledtid/workflows';
import { ApiModule } from './api.module';
import { createApi } from './create-api';
import { nestLogger } from './nest-logger';

@Module({})
class ApiProcess {}

/** The API as a process of its own, as many of them as the load asks for. */
async function main(): Promise<void> {
  const settings = readConfiguration(process.env, 'serve');
  const logger = createLogger(settings.logLevel);
  const app = await createApi(
    { module: ApiProcess, imports: importsBy(settings) },
    { logger: nestLogger(logger) },
  );
  app.enableShutdownHooks();
  await app.listen(settings.port, settings.host ?? '0.0.0.0');
  logger.info({ url: await app.getUrl() }, 'api answers');
}

function importsBy(settings: Configuration) {
  const databaseUrl = required(settings.databaseUrl, 'DATABASE_URL');
  const issuers = issuersFromJson(required(settings.issuers, 'LEDTID_ISSUERS'));
  return [
    PlatformModule.forRoot({ databaseUrl, maxConnections: settings.databaseConnections }),
    CasesModule.forRoot({ configuration: caseConfiguration(loadWorkflows(), settings.clocks) }),
    ApiModule.forRoot({ issuers }),
  ];
}

function required<T>(value: T | null, variable: string): T {
  if (value !== null) return value;
  throw new PlatformError(
    'configuration-invalid',
    `${variable} is not set, and the API by itself has no demonstration to fall back on.`,
    'Set it (docs/configuration.md), or run everything together by `npm start`.',
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
