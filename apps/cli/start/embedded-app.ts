import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type CaseModulesOptions,
  type CheckpointSettings,
  type RetentionRule,
  caseModules,
  retentionRules,
} from '@ledtid/cases';
import {
  ApiModule,
  type DocumentSettings,
  type SignInOptions,
  createApi,
  mountBoard,
  nestLogger,
} from '../../api';
import { type ReleaseSettings, WorkerModule } from '../../worker';

export interface EmbeddedAppParts extends CaseModulesOptions {
  readonly issuers: SignInOptions['issuers'];
  readonly signIn?: Omit<SignInOptions, 'issuers'>;
  readonly releases: ReleaseSettings;
  readonly checkpoints: CheckpointSettings;
  /** Default: the rules that come with the product. */
  readonly retention?: readonly RetentionRule[];
  /** Without it no documents are taken. */
  readonly documents?: DocumentSettings;
  /** What becomes of the modules before they are composed: a benchmark takes the doors out. */
  readonly recompose?: (modules: DynamicModule[]) => DynamicModule[];
}

@Module({})
class EmbeddedApp {}

/** API and worker in one process, over one pool, one clock and one set of queues. `listen` starts both. */
export async function embeddedApp(parts: EmbeddedAppParts): Promise<NestFastifyApplication> {
  const { recompose = (modules) => modules } = parts;
  const module: DynamicModule = { module: EmbeddedApp, imports: recompose(importsOf(parts)) };
  const app = await createApi(module, { logger: nestLogger(parts.logger) });
  await mountBoard(app);
  return app;
}

function importsOf(parts: EmbeddedAppParts): DynamicModule[] {
  const { issuers, signIn, releases, checkpoints, documents, recompose: _, ...others } = parts;
  const { retention = retentionRules(null), ...shared } = others;
  return [
    ...caseModules(shared),
    ApiModule.forRoot({ issuers, ...signIn, ...(documents && { documents }) }),
    WorkerModule.forRoot({ logger: parts.logger, releases, checkpoints, retention }),
  ];
}
