import { toInstant } from '@ledtid/time';
import { type Visit, visitsOf } from '../cases/visits';
import type { CaseFigures } from '../reports/case-figures';
import { VISIT_KEYS } from '../reports/dimension-keys';
import type { StoryVisit } from './case-story';
import type { Passage } from './passages';

type Behind = Pick<StoryVisit, 'begun' | 'round' | 'continued' | 'open'>;

/** What is known of the whole visit of which the path went through a part. */
export function visitBehind(passage: Passage, figures: CaseFigures): Behind {
  const { frame, history, since } = figures;
  const { stage, start, end } = passage;
  const ofStage = visitsOf(history, VISIT_KEYS.stage, frame.horizon).filter((visit) => isOf(visit, passage));
  const index = ofStage.findIndex((visit) => visit.start <= start && (visit.end ?? Infinity) > start);
  const visit = ofStage[index];
  const open = frame.open && end === frame.end;
  if (stage === null || visit === undefined) {
    return { begun: toInstant(start), round: 1, continued: false, open };
  }
  const begun = Math.max(visit.start, since);
  return {
    begun: toInstant(visit.start),
    round: index + 1,
    continued: begun < start && wasOnPath(begun, passage, figures),
    open: open && visit.end === null,
  };
}

function isOf(visit: Visit, { instanceId, region, stage }: Passage): boolean {
  return visit.instanceId === instanceId && visit.region === region && visit.key === stage;
}

/** Whether the path went through the visit's first instant. */
function wasOnPath(begun: number, { instanceId, region }: Passage, { path }: CaseFigures): boolean {
  return path.pieces.some(
    ({ span, start, end }) =>
      start <= begun && end > begun && span?.instanceId === instanceId && span.region === region,
  );
}
