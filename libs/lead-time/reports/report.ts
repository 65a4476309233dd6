import type { CivilDate, Instant } from '@ledtid/time';
import type { ToldStory } from '../story/told-story';

/** Durations are seconds, whole milliseconds as decimals. Null is what could not be told, or is not told yet. */
type Seconds = number;

export const DIMENSIONS = ['stage', 'party', 'holder', 'cause', 'month'] as const;

/** What the rows of a report are. */
export type Dimension = (typeof DIMENSIONS)[number];

export const OUTCOMES = ['access', 'partial', 'refused', 'dismissed', 'withdrawn', 'answered'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Key of the row for time that no stage (party, holder, cause) owns. */
export const NOBODY = 'none';

/** Key of the row for all of it. */
export const WHOLE = 'total';

export interface Row {
  key: string;
  /** Closed visits. */
  n: number;
  open: number;
  /** Of closed visits; percentiles interpolated linearly. */
  seconds: {
    p50: Seconds | null;
    p75: Seconds | null;
    p90: Seconds | null;
    max: Seconds | null;
    mean: Seconds | null;
    sum: Seconds;
  };
  /** Kaplan-Meier with the open visits; null where the curve does not reach. */
  censored: { p50: Seconds | null; p75: Seconds | null; p90: Seconds | null };
  waiting: Seconds;
  assigned: Seconds;
  paused: Seconds;
  idle: Seconds;
  causes: Record<string, Seconds>;
  /** Along the critical path; shares of the rows add up to 1. */
  contributed: { seconds: Seconds; share: number };
  removable: Seconds;
  excess: Seconds | null;
  target: { seconds: Seconds; within: number } | null;
}

/** Shares of 1 by day 90, 180 and 365; null for a day that the observations do not reach. */
export type SharesByDay = Record<'90' | '180' | '365', number | null>;

export interface Milestone {
  n: number;
  p50: Seconds | null;
  p75: Seconds | null;
  p90: Seconds | null;
}

export interface Report {
  report: 'lead-time' | 'after-ethics';
  definition: string;
  refreshedAt: Instant;
  method: 'exact' | 'rollup';
  error: number;
  cohort: { from: CivilDate | null; to: CivilDate | null; cases: number; open: number };
  outcomes: Record<Outcome, number>;
  total: Row;
  milestones: {
    firstPart: Milestone | null;
    receipt: Milestone | null;
    ethicsToSubmission: Milestone | null;
    fromCovering: Milestone | null;
  };
  /** Share of cases with access to data by that day of the report's clock; null where no case was at risk. */
  accessBy: SharesByDay | null;
  /** The same by outcome. The outcomes of another workflow's instances stand beside those of a case. */
  incidence: Partial<Record<Outcome, SharesByDay>> | null;
  rows: Row[];
  /** Of one case, where one was asked for: the whole case as it stood at the end of the period. */
  story: ToldStory | null;
}

export function noOutcomes(): Report['outcomes'] {
  return { access: 0, partial: 0, refused: 0, dismissed: 0, withdrawn: 0, answered: 0 };
}
