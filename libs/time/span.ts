import type { Activity, Party } from './activity';
import type { Instant } from './instant';

/**
 * A half-open interval in which one instance is in one leaf of one region. `opened` and `closed` are the
 * ledger numbers of the events that did it: (instance, region, opened) names a span, so that a span rebuilt
 * from the ledger has the same name.
 */
export interface Span {
  /** Path of the child of a parallel state that holds the leaf; `''` is the root region. */
  region: string;
  opened: number;
  closed: number | null;
  /** Path of the leaf, `review.legal.assigned`. */
  leaf: string;
  /** A key of the workflow's stages, or `none`. */
  stage: string;
  activity: Activity;
  party: Party;
  /** Code of the dated cause list; only on `waiting` and `paused`. */
  cause: string | null;
  holder: string | null;
  assignee: string | null;
  start: Instant;
  end: Instant | null;
  /** Seconds from when the opening event happened to when it was registered. */
  recordingLag: number;
  /** When the party was asked why it stands, having stood long without a cause; null until then. */
  causeAskedAt: Instant | null;
}
