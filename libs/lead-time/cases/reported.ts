import { sqlFile } from '../sql-file';
import { type CaseFilters, ownedConditions, reportedConditions } from './wanted';

const REPORTED = sqlFile(__dirname, 'reported');
const OWNED = sqlFile(__dirname, 'owned');

/** Where the conditions go, in both. */
const PLACE = 'where :wanted';

/** A statement as it is for some filters. Its `$1` is `filtersOf` them; its own parameters begin at `$2`. */
export type FilteredStatement = (filters: CaseFilters) => string;

/**
 * A statement over the cases of a report: it may read `reported` and `member` (sql/reported.sql), so that every
 * report means the same by a filter.
 */
export function overReported(statement: string): FilteredStatement {
  return (filters) =>
    `with ${REPORTED.replace(PLACE, () => `where ${reportedConditions(filters)}`)}\n${statement}`;
}

/**
 * The same over the inquiries and releases of data holders, each as a case of its own (sql/owned.sql): those of the
 * holder that the query names, or of all.
 */
export function overOwned(statement: string): FilteredStatement {
  return (filters) => `with ${OWNED.replace(PLACE, () => `where ${ownedConditions(filters)}`)}\n${statement}`;
}
