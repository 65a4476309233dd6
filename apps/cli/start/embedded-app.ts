import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IssuerConfiguration } from '@ledtid/access';
import { type CaseModulesOptions, caseModules } from '@ledtid/cases';
import { ApiModule, createApi, mountBoard, nestLogger } from '../../api';
import { type ReleaseSettings, WorkerModule } from '../../worker';

export interface EmbeddedAppParts extends CaseModulesOptions {
  readonly issuers: readonly IssuerConfiguration[];
  readonly releases: ReleaseSettings;
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
  const { issuers, releases, ...shared } = parts;
  return [
    ...caseModules(shared),
    ApiModule.forRoot({ issuers }),
    WorkerModule.forRoot({ logger: parts.logger, releases }),
  ];
}
