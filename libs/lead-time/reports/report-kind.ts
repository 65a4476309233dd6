import type { CauseList, CivilDate, ClockConfiguration, Instant } from '@ledtid/time';
import type { Text, WorkflowRegistry } from '@ledtid/workflow';
import type { PoolClient } from 'pg';
import type { Refusal } from '../refusal';
import type { RememberedRows } from '../remembered-rows';
import type { CheckedQuery } from './query';
import type { Dimension } from './report';

/** What an installation has declared, and a report reads facts by. */
export interface ReportConfiguration {
  readonly registry: WorkflowRegistry;
  readonly clocks: ClockConfiguration;
  readonly causes: CauseList;
}

/** What a report is made with. */
export interface ReportMeans extends ReportConfiguration {
  readonly remembered: RememberedRows;
}

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
  /** What its rows can be split by, the usual first. Left out: as the lead-time table. */
  readonly dimensions?: readonly [Dimension, ...Dimension[]];
  /** Why it cannot be made of such a query; null: it can. Left out: of any. */
  refuse?(query: CheckedQuery): Refusal | null;
  /** Reads within one snapshot of the database; nothing after `now` has happened. */
  make(client: PoolClient, query: CheckedQuery, now: Instant, means: ReportMeans): Promise<Body>;
}
