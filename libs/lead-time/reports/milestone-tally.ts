import { accessMoments, isPast, lastMilestone } from '../cases/case-frame';
import type { CaseSheet } from '../sheets/case-sheet';
import type { CaseFigures, Scope } from './case-figures';
import type { Report } from './report';
import { milestoneOf } from './row-tally';

/** From where to where a milestone is timed. Epoch milliseconds. */
export type MilestoneSpan = [start: number, end: number];

type Key = keyof Report['milestones'];

/** Collects the moments beside the whole: each counts in the period in which it was reached. */
export class MilestoneTally {
  private readonly durations: Record<Key, number[]> = {
    ...{ firstPart: [], receipt: [], ethicsToSubmission: [], fromCovering: [] },
  };

  constructor(private readonly scope: Scope) {}

  add({ milestones }: CaseSheet): void {
    for (const [key, [start, end]] of Object.entries(milestones)) {
      const { from, horizon } = this.scope;
      if (isPast(end, horizon) && end >= (from ?? end)) this.durations[key as Key].push(end - start);
    }
  }

  finish(): Report['milestones'] {
    const { firstPart, receipt, ethicsToSubmission, fromCovering } = this.durations;
    return {
      firstPart: milestoneOf(firstPart),
      receipt: milestoneOf(receipt),
      ethicsToSubmission: milestoneOf(ethicsToSubmission),
      fromCovering: milestoneOf(fromCovering),
    };
  }
}

export function milestonesOf(figures: CaseFigures, { horizon }: Scope): CaseSheet['milestones'] {
  const { history, frame, since, reachedAccess } = figures;
  const moment = (key: string): number | null => lastMilestone(history, history.caseId, key, horizon);
  const ethics = moment('ethics-original');
  const covering = moment('ethics-covering');
  const spans: [Key, number, number | null][] = [
    ['firstPart', since, accessMoments(history)[0] ?? null],
    [
      'ethicsToSubmission',
      ethics ?? frame.start,
      ethics !== null && ethics < frame.start ? frame.start : null,
    ],
    ['receipt', since, reachedAccess ? lastReceipt(figures) : null],
    [
      'fromCovering',
      Math.max(covering ?? 0, frame.start),
      reachedAccess && covering !== null ? frame.end : null,
    ],
  ];
  return Object.fromEntries(
    spans.flatMap(([key, start, end]) => (end === null || end < start ? [] : [[key, [start, end]]])),
  );
}

/** The last receipt of a package that led to the access which ended the case. */
function lastReceipt({ history, frame }: CaseFigures): number | null {
  const receipts = history.milestones.filter(({ key }) => key === 'receipt').map(({ at }) => at);
  const before = receipts.filter((at) => at <= frame.end);
  return before.length === 0 ? null : Math.max(...before);
}
