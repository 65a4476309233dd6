/** What became of an application in the period, each at most once: `permit` or an end without one. */
export const DECISIONS = ['permit', 'refused', 'answered', 'dismissed', 'withdrawn'] as const;

export type Decision = (typeof DECISIONS)[number];

/** Applications; `decided` is the sum of the decisions. */
export type ActivityCounts = Record<'submitted' | 'decided' | Decision, number>;

/** What applications are told apart by. An application may have several purposes and categories, and one type. */
export const GROUPINGS = ['applicantType', 'purpose', 'dataCategory'] as const;

export type Grouping = (typeof GROUPINGS)[number];

export interface ActivityRow extends ActivityCounts {
  /** A code, or `not-stated`. */
  key: string;
}

/** Days of 24 hours. */
export interface Days {
  n: number;
  mean: number | null;
  p50: number | null;
}

/** A point of Art 59(1): where its figures stand in this report, and what of it the system does not know. */
export interface ActivityPoint {
  point: string;
  subject: string;
  figures: 'applications' | 'daysToAccess' | null;
  missing: string | null;
}

export interface ActivityBody {
  points: ActivityPoint[];
  applications: ActivityCounts & Record<Grouping, ActivityRow[]>;
  daysToAccess: {
    access: Days;
    /** Answers to requests, in statistics. */
    answer: Days;
    /** Open at the end of the period: what a mean over closed cases hides. */
    open: Days;
  };
}
