import type { OnApplicationBootstrap, Provider } from '@nestjs/common';
import { CaseReading, Cases } from '@ledtid/cases';
import { ID_GENERATOR, POOL } from '@ledtid/platform';
import { type IdGenerator, SystemTime } from '@ledtid/time';
import type { Pool } from 'pg';
import { problem } from '../http/problem';
import { ProblemError } from '../http/problem-error';
import { type DocumentSettings, Documents } from './documents';

export type { DocumentSettings } from './documents';

/** The documents of this installation, where it keeps any. What was left over is swept away at every start. */
export class KeptDocuments implements OnApplicationBootstrap {
  constructor(private readonly documents: Documents | null) {}

  /** Throws the problem `documents-not-kept`. */
  get(): Documents {
    if (this.documents !== null) return this.documents;
    throw new ProblemError(problem('documents-not-kept'));
  }

  async onApplicationBootstrap(): Promise<void> {
    // The files' own clock, which no test turns.
    await this.documents?.sweep(Date.parse(new SystemTime().now()));
  }
}

export function documentsProvider(settings: DocumentSettings | null): Provider {
  return {
    provide: KeptDocuments,
    inject: [Cases, CaseReading, POOL, ID_GENERATOR],
    useFactory: (cases: Cases, reading: CaseReading, pool: Pool, ids: IdGenerator) =>
      new KeptDocuments(settings && new Documents({ ...settings, cases, reading, pool, ids })),
  };
}
