import { accessMoments, isPast, lastMilestone } from '../cases/case-frame';
import type { CaseFigures, Scope } from './case-figures';
import type { Report } from './report';
import { milestoneOf } from './row-tally';

type Key = keyof Report['milestones'];

/** Collects the moments beside the whole: each counts in the period in which it was reached. */
export class MilestoneTally {
  private readonly durations: Record<Key, number[]> = {
    ...{ firstPart: [], receipt: [], ethicsToSubmission: [], fromCovering: [] },
  };

  constructor(private readonly scope: Scope) {}

  /** Timed from where to where. Epoch milliseconds. */
  add(key: Key, start: number, end: number): void {
    const { from, horizon } = this.scope;
    if (isPast(end, horizon) && end >= (from ?? end)) this.durations[key].push(end - start);
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

/** What of them a case has reached, each with from where to where it is timed. Epoch milliseconds. */
export function milestonesOf(
  figures: CaseFigures,
  { horizon }: Scope,
): [key: Key, start: number, end: number][] {
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
  return spans.flatMap(([key, start, end]) => (end === null || end < start ? [] : [[key, start, end]]));
}

/** The last receipt of a package that led to the access which ended the case. */
function lastReceipt({ history, frame }: CaseFigures): number | null {
  const receipts = history.milestones.filter(({ key }) => key === 'receipt').map(({ at }) => at);
  const before = receipts.filter((at) => at <= frame.end);
  return before.length === 0 ? null : Math.max(...before);
}
