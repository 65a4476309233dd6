import { sqlFile } from '../sql-file';

const REPORTED = sqlFile(__dirname, 'reported');

/** Which cases a report is over; null leaves a condition out. */
export interface CaseFilters {
  /** Key of a workflow whose instances are the cases; null: the instances without a parent. */
  readonly workflow: string | null;
  /** A data holder that takes part. */
  readonly holder: string | null;
  /** Registration number or id. */
  readonly case: string | null;
}

/**
 * A statement over the cases of a report: it may read `reported` and `member` (sql/reported.sql), so that every
 * report means the same by a filter. `$1` is `filtersOf` its query; its own parameters begin at `$2`.
 */
export function overReported(statement: string): string {
  return `with ${REPORTED}\n${statement}`;
}

export function filtersOf({ workflow, holder, case: id }: CaseFilters): string {
  return JSON.stringify({ workflow, holder, case: id });
}
