import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { ID_GENERATOR, POOL, TIME_SOURCE } from '@ledtid/platform';
import { type IdGenerator, type TimeSource } from '@ledtid/time';
import { AccessLedger } from './access-ledger/access-ledger';
import { Cases, type Witness } from './cases';
import type { Configuration } from './facts/facts';
import { CaseReading } from './reading/case-reading';

/** Injection token of the workflows, clocks and causes of this installation. */
export const CASE_CONFIGURATION = Symbol('CASE_CONFIGURATION');

export interface CasesModuleOptions {
  readonly configuration: Configuration;
  readonly witness?: Witness;
  /** Drafts that one applicant may have at a time. Default: any number. */
  readonly draftsPerApplicant?: number | undefined;
}

/** The one door to cases, for the api and the worker alike. */
@Global()
@Module({})
export class CasesModule {
  static forRoot({ configuration, witness, draftsPerApplicant }: CasesModuleOptions): DynamicModule {
    const cases = {
      provide: Cases,
      inject: [POOL, TIME_SOURCE, ID_GENERATOR],
      useFactory: (pool: Pool, time: TimeSource, ids: IdGenerator) =>
        new Cases({ pool, time, ids, configuration, draftsPerApplicant, ...(witness ? { witness } : {}) }),
    };
    const reading = {
      provide: CaseReading,
      inject: [POOL, TIME_SOURCE],
      useFactory: (pool: Pool, time: TimeSource) => new CaseReading({ pool, time, configuration }),
    };
    const looks = {
      provide: AccessLedger,
      inject: [POOL, TIME_SOURCE],
      useFactory: (pool: Pool, time: TimeSource) => new AccessLedger(pool, time),
    };
    const known = { provide: CASE_CONFIGURATION, useValue: configuration };
    const providers = [cases, reading, looks, known];
    return { module: CasesModule, providers, exports: providers };
  }
}
