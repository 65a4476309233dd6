import { sqlFile } from '../sql-file';
import { type FilteredStatement, overReported } from './reported';

const FRAMED = sqlFile(__dirname, 'framed');

/** A statement as `overReported` takes it, that may also read `framed` (sql/framed.sql). */
export function overFramed(statement: string): FilteredStatement {
  return overReported(`, ${FRAMED}\n${statement}`);
}
