import { sqlFile } from '../sql-file';
import { overReported } from './reported';

const FRAMED = sqlFile(__dirname, 'framed');

/** A statement as `overReported` takes it, that may also read `framed` (sql/framed.sql). */
export function overFramed(statement: string): string {
  return overReported(`, ${FRAMED}\n${statement}`);
}
