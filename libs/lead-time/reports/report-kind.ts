import type { CivilDate, Instant } from '@ledtid/time';
import type { Text } from '@ledtid/workflow';
import type { PoolClient } from 'pg';
import type { CheckedQuery } from './query';

/** What every report says of itself. */
export interface ReportFrame {
  report: string;
  definition: string;
  refreshedAt: Instant;
  method: 'exact' | 'rollup';
  /** Bound of the relative error; 0 where exact. */
  error: number;
  period: { from: CivilDate | null; to: CivilDate | null };
}

/** A report beside the lead-time table. */
export interface ReportKind<Body extends object> {
  /** What it measures, in words; printed with it. */
  readonly definition: Text;
  /** Reads within one snapshot of the database; nothing after `now` has happened. */
  make(client: PoolClient, query: CheckedQuery, now: Instant): Promise<Body>;
}
