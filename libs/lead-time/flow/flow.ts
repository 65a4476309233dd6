import type { Instant } from '@ledtid/time';

/** Seconds; null where there was nothing to measure. */
type Seconds = number | null;

/** What arrived, left and lay there. Of whole cases, or of the visits of a stage. */
export interface Flow {
  arrivals: number;
  departures: number;
  workInProgress: { start: number; end: number; average: number | null };
  /** Cumulative flow: month by month in Stockholm, the work in progress as of the month's end. */
  months: FlowMonth[];
  /** Of what is open at the end of the period. */
  age: {
    p50: Seconds;
    p90: Seconds;
    max: Seconds;
    /** Since when the oldest has been open. */
    oldest: Instant | null;
    over30Days: number;
    over90Days: number;
    over180Days: number;
  };
  /** Open work over departures a week in the last 13 weeks; null without departures. */
  backlogWeeks: number | null;
  /** Little's law: average work in progress over the rate of arrival, beside the mean time of what departed. */
  little: { expected: Seconds; mean: Seconds; ratio: number | null };
}

export interface FlowMonth {
  /** `2026-11`. */
  month: string;
  arrivals: number;
  departures: number;
  workInProgress: number;
}

export interface StageFlow extends Flow {
  key: string;
  /** Arrivals of work that had been in the stage before. */
  reEntries: number;
  /** Changes of assignee within a visit. */
  handOffs: number;
  /** From when a span began to when that was registered. */
  recordingLag: { n: number; p50: Seconds; p90: Seconds; overADay: number | null };
}

export interface FlowBody {
  cases: Flow;
  /** By key. */
  rows: StageFlow[];
}
