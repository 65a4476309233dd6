import { accessMoments, isPast, lastMilestone } from '../cases/case-frame';
import type { CaseFigures, Scope } from './case-figures';
import type { Report } from './report';
import { milestoneOf } from './row-tally';

/** Collects the moments beside the whole: each counts in the period in which it was reached. */
export class MilestoneTally {
  private readonly firstPart: number[] = [];
  private readonly receipt: number[] = [];
  private readonly ethicsToSubmission: number[] = [];
  private readonly fromCovering: number[] = [];

  constructor(private readonly scope: Scope) {}

  add(figures: CaseFigures): void {
    const { history, frame, since, reachedAccess } = figures;
    const moment = (key: string): number | null =>
      lastMilestone(history, history.caseId, key, this.scope.horizon);
    this.note(this.firstPart, since, accessMoments(history)[0] ?? null);
    const ethics = moment('ethics-original');
    if (ethics !== null && ethics < frame.start) this.note(this.ethicsToSubmission, ethics, frame.start);
    if (!reachedAccess) return;
    this.note(this.receipt, since, lastReceipt(figures));
    const covering = moment('ethics-covering');
    if (covering !== null) this.note(this.fromCovering, Math.max(covering, frame.start), frame.end);
  }

  finish(): Report['milestones'] {
    return {
      firstPart: milestoneOf(this.firstPart),
      receipt: milestoneOf(this.receipt),
      ethicsToSubmission: milestoneOf(this.ethicsToSubmission),
      fromCovering: milestoneOf(this.fromCovering),
    };
  }

  private note(durations: number[], start: number, end: number | null): void {
    if (end === null || end < start) return;
    if (isPast(end, this.scope.horizon) && end >= (this.scope.from ?? end)) durations.push(end - start);
  }
}

/** The last receipt of a package that led to the access which ended the case. */
function lastReceipt({ history, frame }: CaseFigures): number | null {
  const receipts = history.milestones.filter(({ key }) => key === 'receipt').map(({ at }) => at);
  const before = receipts.filter((at) => at <= frame.end);
  return before.length === 0 ? null : Math.max(...before);
}
