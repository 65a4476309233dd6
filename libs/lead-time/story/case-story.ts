import type { Activity, Instant, Party } from '@ledtid/time';

/** Durations are seconds, whole milliseconds as decimals. */
type Seconds = number;

/** Whose part of a case something was; null where it has none, as the case itself has no holder. */
export interface StoryPlace {
  instanceId: string;
  workflow: string;
  holder: string | null;
  part: string | null;
  occasion: string | null;
}

/** Within a visit: whose turn it was, and why nothing went on. The turns of a visit add up to it. */
export interface StoryTurn {
  start: Instant;
  end: Instant;
  seconds: Seconds;
  activity: Activity;
  party: Party;
  cause: string | null;
  leaf: string;
  /** Of assigned time: without an event for five working days. */
  idle: Seconds;
}

/** A branch that ran at the same time and did not decide when the fork was joined. */
export interface StoryBranch extends StoryPlace {
  /** Its stages during the visit, in order. */
  stages: string[];
  /**
   * How its end stood to the join: `earlier` than the last branch, or `done` while another still runs;
   * `same-moment`; `later-on-path`: it waited for this one, and the path comes to it later; `still-running`: it
   * had not ended by then.
   */
  end: 'earlier' | 'done' | 'same-moment' | 'later-on-path' | 'still-running';
  /** Null where it goes on. */
  ended: Instant | null;
  /** By how much it ended before the last branch did, or before now where that one still runs. */
  earlier: Seconds | null;
}

/** A visit, as far as the critical path went through it. Those of a story follow each other without a gap. */
export interface StoryVisit extends StoryPlace {
  /** Null: time that belongs to nobody. */
  stage: string | null;
  start: Instant;
  end: Instant;
  seconds: Seconds;
  /** Working days after the day of the start, up to and with that of the end (lag (1930:173)). */
  workingDays: number;
  /** When the visit itself began: before `start` where the path went elsewhere at first. */
  begun: Instant;
  /** 2: the stage was entered again after another one. */
  round: number;
  /** The path left it for a part that it waited for, and comes back. */
  continued: boolean;
  /** It was not over when the story was told. */
  open: boolean;
  turns: StoryTurn[];
  beside: StoryBranch[];
  /** How much earlier the case would have ended had this taken no time. */
  removable: Seconds;
  /** Why not the whole of it: another branch was as slow, or what came next did not wait for it. */
  limitedBy: 'another-branch' | 'later-beginning' | null;
  /** A fork is not joined yet: the time may come to belong to another branch. */
  provisional: boolean;
}

export interface StoryMilestone extends StoryPlace {
  key: string;
  at: Instant;
  /** From the clock's start; negative before it. */
  after: Seconds;
}

/** One case along its critical path. Visits, and rows, add up to the whole to the millisecond. */
export interface CaseStory {
  clock: 'lead-time' | 'after-ethics';
  workflow: string;
  start: Instant;
  end: Instant;
  seconds: Seconds;
  workingDays: number;
  /** Null while the case is open. */
  outcome: string | null;
  /** Time before the clock's start, which stands apart. */
  before: { ethicsToSubmission: Seconds | null; submissionToEthics: Seconds | null };
  visits: StoryVisit[];
  milestones: StoryMilestone[];
  /** By stage, the largest first; `none` is nobody's. */
  rows: { key: string; workflow: string; seconds: Seconds }[];
}
