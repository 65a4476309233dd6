/** An event as a file gives it. Times are UTC with microseconds, in one spelling, so that they compare as text. */
export interface LogEvent {
  caseId: string;
  activity: string;
  time: string;
  /** The event's own start, where the file gives one. */
  start: string | null;
  resource: string | null;
  /** Lifecycle transition as the file spells it; null counts as `complete`. */
  lifecycle: string | null;
  /** Tells two executions of one activity in one case apart (`concept:instance`). */
  instance: string | null;
}

/** Which column (CSV), attribute (XES, OCEL 2.0) or object type (OCEL 2.0's `case`) holds what. */
export interface LogColumns {
  case?: string;
  activity?: string;
  time?: string;
  start?: string;
  resource?: string;
}

/** The names that IEEE 1849 (XES) gives them, which CSV files of the field use too. */
export const STANDARD_COLUMNS = {
  case: 'case:concept:name',
  activity: 'concept:name',
  time: 'time:timestamp',
  start: 'start_timestamp',
  resource: 'org:resource',
  lifecycle: 'lifecycle:transition',
  instance: 'concept:instance',
} as const;
