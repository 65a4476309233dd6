import type { Join } from '../path/forks';
import type { CaseFigures } from '../reports/case-figures';
import type { StoryVisit } from './case-story';
import { type Passage, isSame, ownerOf } from './passages';

/** Milliseconds by which the case would have ended earlier had the passage taken no time. */
export function removableOf(passage: Passage, { path, frame }: CaseFigures): number {
  const reached = path.network.reached(path.end, ({ span, start, end }) => {
    if (!isSame(ownerOf(span, frame.caseId), passage)) return 0;
    return Math.max(0, Math.min(end, passage.end) - Math.max(start, passage.start));
  });
  return frame.end - reached;
}

/** Why not all of a passage's time would have been gained. */
export function limitOf({ end }: Passage, joins: readonly Join[]): StoryVisit['limitedBy'] {
  const later = joins.some((join) => join.untilLater && join.end >= end);
  return later ? 'later-beginning' : 'another-branch';
}
