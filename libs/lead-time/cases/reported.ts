import { CHARACTERISTICS, type CharacteristicKind, characteristic } from '@ledtid/workflow';
import { sqlFile } from '../sql-file';

const WANTED = sqlFile(__dirname, 'wanted');
const REPORTED = withWanted(sqlFile(__dirname, 'reported'));
const OWNED = withWanted(sqlFile(__dirname, 'owned'));

export const CHARACTERISTIC_KINDS = Object.keys(CHARACTERISTICS) as readonly CharacteristicKind[];

/** Which cases a report is over; null leaves a condition out. Of a characteristic: one of its known codes. */
export interface CaseFilters extends Readonly<Partial<Record<CharacteristicKind, string | null>>> {
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

/**
 * The same over the inquiries and releases of data holders, each as a case of its own (sql/owned.sql): those of the
 * holder that the query names, or of all.
 */
export function overOwned(statement: string): string {
  return `with ${OWNED}\n${statement}`;
}

/** Filters mean the same wherever they stand. */
function withWanted(statement: string): string {
  return statement.replace('and :wanted', () => `and ${WANTED}`);
}

export function filtersOf(filters: CaseFilters): string {
  const { workflow, holder, case: id, track } = filters;
  const wanted = CHARACTERISTIC_KINDS.flatMap((kind) => {
    const code = filters[kind] ?? null;
    return code === null ? [] : [characteristic(kind, code)];
  });
  // A PostgreSQL array literal: known codes need no quotes in it.
  const characteristics = wanted.length === 0 ? null : `{${wanted.join()}}`;
  return JSON.stringify({ workflow, holder, case: id, track, characteristics });
}
