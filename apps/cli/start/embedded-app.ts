import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { IssuerConfiguration } from '@ledtid/access';
import { CasesModule, type Configuration, type Witness } from '@ledtid/cases';
import { PlatformModule, QueuesModule } from '@ledtid/platform';
import type { IdGenerator, TimeSource } from '@ledtid/time';
import { ApiModule, createApi, mountBoard, nestLogger } from '../../api';
import { type ReleaseSettings, WorkerModule } from '../../worker';

export interface EmbeddedAppParts {
  readonly databaseUrl: string;
  readonly configuration: Configuration;
  readonly issuers: readonly IssuerConfiguration[];
  readonly releases: ReleaseSettings;
  readonly logger: Logger;
  readonly redisUrl?: string | undefined;
  readonly maxConnections?: number;
  readonly time?: TimeSource;
  readonly ids?: IdGenerator;
  /** Told of each committed ChangeSet. */
  readonly witness?: Witness;
}

@Module({})
class EmbeddedApp {}

/** API and worker in one process, over one pool, one clock and one set of queues. `listen` starts both. */
export async function embeddedApp(parts: EmbeddedAppParts): Promise<NestFastifyApplication> {
  const module: DynamicModule = { module: EmbeddedApp, imports: importsOf(parts) };
  const app = await createApi(module, { logger: nestLogger(parts.logger) });
  await mountBoard(app);
  return app;
}

function importsOf(parts: EmbeddedAppParts) {
  const { configuration, issuers, releases, logger, redisUrl, witness, ...platform } = parts;
  const { databaseUrl } = platform;
  return [
    PlatformModule.forRoot(platform),
    QueuesModule.forRoot({ names: configuration.registry.stages(), databaseUrl, redisUrl, logger }),
    CasesModule.forRoot({ configuration, ...(witness && { witness }) }),
    ApiModule.forRoot({ issuers }),
    WorkerModule.forRoot({ logger, releases }),
  ];
}
