import type { DynamicModule } from '@nestjs/common';
import { PlatformModule, type PlatformOptions, QueuesModule } from '@ledtid/platform';
import type { Logger } from 'pino';
import { CasesModule, type CasesModuleOptions } from './cases.module';

export interface CaseModulesOptions extends PlatformOptions, CasesModuleOptions {
  readonly logger: Logger;
  /** The queues are in the database without it. */
  readonly redisUrl?: string | undefined;
}

/**
 * What a process stands on that serves cases or works their queues: the database, a queue for every stage of every
 * workflow, and the one door to cases.
 */
export function caseModules(options: CaseModulesOptions): DynamicModule[] {
  const { configuration, witness, draftsPerApplicant, logger, redisUrl, ...platform } = options;
  const { databaseUrl } = platform;
  return [
    PlatformModule.forRoot(platform),
    QueuesModule.forRoot({ names: configuration.registry.stages(), databaseUrl, redisUrl, logger }),
    CasesModule.forRoot({ configuration, draftsPerApplicant, ...(witness && { witness }) }),
  ];
}
