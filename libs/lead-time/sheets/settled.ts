import type { CaseHistory, EpochMilliseconds } from '../cases/case-history';
import { NOBODY } from '../reports/report';

/**
 * From when on a case looks the same, however much later one looks: its end, and that of everything in it that
 * belongs to a stage. Null while something goes on. A permit that lives on belongs to none.
 */
export function settledAt({ caseId, instances, spans, milestones }: CaseHistory): EpochMilliseconds | null {
  const ended = instances.find(({ id }) => id === caseId)?.endedAt ?? null;
  if (ended === null) return null;
  const ends = spans.filter(({ stage }) => stage !== NOBODY).map(({ end }) => end);
  const known = ends.filter((end) => end !== null);
  if (known.length < ends.length) return null;
  return Math.max(ended, ...known, ...milestones.map(({ at }) => at));
}
