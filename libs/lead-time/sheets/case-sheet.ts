import type { Report } from '../reports/report';

/**
 * What one case adds to a lead-time table: of one clock, by one dimension, seen over one period. Kept (`KeptSheets`) and
 * read by the hundred thousand: hence words, which are alike in many sheets, apart from numbers, which lie in one list.
 */
export interface CaseSheet {
  /** The same object in many sheets: not to be changed. */
  words: SheetWords;
  /**
   * Where the report's clock starts (epoch milliseconds); how long until access to the last part, or the end without it,
   * or until it was seen last while it is open; its portions and causes along the critical path; from where to where each
   * milestone is timed; then row after row what `words.keys` has: `contributed`, `removable` (by how much earlier the case
   * would have ended without), portions and causes of closed visits, the number of visits, and of each visit from the
   * clock's start to its own and how long it took, or `STILL_OPEN`. Portions are waiting, assigned, paused, idle. All in
   * milliseconds.
   */
  numbers: number[];
}

export interface SheetWords {
  /** Null while the case is open. */
  outcome: string | null;
  /** Only then there are portions and causes of the whole; else they are 0. */
  reachedAccess: boolean;
  pathCauses: string[];
  milestones: (keyof Report['milestones'])[];
  /** Of the rows to which the case adds something, and of each the causes of what was waiting or paused. */
  keys: string[];
  causes: string[][];
}

/** Where the portions of the whole begin in `numbers`, and its causes. */
export const WHOLE_PORTIONS = 2;
export const WHOLE_CAUSES = 6;

export const STILL_OPEN = -1;
