import { type Refusal, refusal } from '../refusal';

/**
 * Stops an import from inside its streams, which can only throw. `importLog` turns it into a refusal at
 * the door; every other error passes through as the failure it is.
 */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';

  constructor(
    readonly code: ImportProblemCode,
    readonly reason: string,
    readonly remedy: string,
  ) {
    super(`${reason} ${remedy} (${code})`);
  }

  toRefusal(): Refusal {
    return refusal(this.code, this.reason, this.remedy);
  }
}

/** Every reason for which a log is refused. The list is part of the product's documented codes. */
export const IMPORT_PROBLEMS = [
  'bad-time',
  'column-missing',
  'document-type-refused',
  'event-without-case',
  'file-not-readable',
  'file-truncated',
  'format-unknown',
  'json-malformed',
  'log-without-events',
  'not-utf-8',
  'record-malformed',
  'record-too-large',
  'start-after-end',
  'value-missing',
  'value-too-long',
  'xml-malformed',
  'zone-unknown',
] as const;

export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];
