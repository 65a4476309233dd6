import type { CaseTimeline } from '../cases/timeline';
import type { Join } from './forks';
import { PathBuilder, type PresentVisit } from './path-builder';
import type { Moment, Network, Piece } from './network';
import { criticalPath } from './network';

/** One case as a network of moments, and the path through it that decided when it ended. */
export interface CasePath {
  network: Network;
  end: Moment;
  /** Follow each other without a gap from the case's first instant to its last. */
  pieces: Piece[];
  /** The forks that it went through, those inside a branch before the fork that the branch belongs to. */
  joins: Join[];
}

/**
 * The critical path of a case, per fork and join, recursively: all time from a fork to its join belongs to the
 * branch that reached its end last. `presentVisits`: what is open at the horizon.
 */
export function buildPath(timeline: CaseTimeline, presentVisits: readonly PresentVisit[]): CasePath {
  const builder = new PathBuilder(timeline, presentVisits);
  const end = builder.build();
  const { pieces, moments } = criticalPath(end);
  const joins = moments.flatMap((moment) => builder.joins.get(moment) ?? []);
  return { network: builder.network, end, pieces, joins };
}
