import type { EpochMilliseconds } from '../cases/case-history';
import type { MilestoneSpan } from '../reports/milestone-tally';
import type { Report } from '../reports/report';

type Milliseconds = number;

/**
 * What one case adds to a lead-time table: of one clock, by one dimension, seen over one period. Plain JSON, and
 * short, because it is kept (`KeptSheets`) and read by the hundred thousand: keys apart from figures, which are
 * arrays of nothing but numbers.
 */
export interface CaseSheet {
  /** Where the report's clock starts. */
  since: EpochMilliseconds;
  /** Until access to the last part, or the end without it; until it was seen last while the case is open. */
  lasts: Milliseconds;
  /** Null while the case is open. */
  outcome: string | null;
  /** Along the critical path, with the causes; of cases that reached access alone. */
  portions: PortionLine | null;
  pathCauses?: Causes;
  /** Of the rows to which the case adds something. */
  keys: string[];
  /** By place in `keys`. */
  figures: RowLine[];
  /** Waiting and paused time in closed visits by key and cause, where there was some. */
  causes: Record<string, Causes>;
  milestones: Partial<Record<keyof Report['milestones'], MilestoneSpan>>;
}

/**
 * Along the critical path, and by how much earlier the case would have ended without; the portions of closed
 * visits; then, for each visit, from `since` to its start, and how long it took: −1 while it is open.
 */
export type RowLine = [
  contributed: Milliseconds,
  removable: Milliseconds,
  ...portions: PortionLine,
  ...visits: Milliseconds[],
];

export type PortionLine = [
  waiting: Milliseconds,
  assigned: Milliseconds,
  paused: Milliseconds,
  idle: Milliseconds,
];

export type Causes = Record<string, Milliseconds>;

/** Where the visits of a `RowLine` begin. */
export const FIRST_VISIT = 6;

export const STILL_OPEN = -1;
