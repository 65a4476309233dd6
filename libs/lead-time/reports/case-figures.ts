import { type CaseFrame, type Horizon, frameOf, isAccess, lastMilestone } from '../cases/case-frame';
import type { CaseHistory, SpanFacts } from '../cases/case-history';
import { IdleTime } from '../cases/idle';
import { CaseTimeline } from '../cases/timeline';
import { type CasePath, buildPath } from '../path/build-path';
import { type Visit, visitsOf } from '../cases/visits';
import { VISIT_KEYS } from './dimension-keys';
import { type Portions, noPortions } from './row-tally';

/** From where a case is timed: its submission, or the later of it and the ethics approval. */
export const CLOCKS = ['lead-time', 'after-ethics'] as const;

/** What a case must have reached for a clock to have started at all; null: nothing but submission. */
export const CLOCK_MILESTONES = { 'lead-time': null, 'after-ethics': 'ethics-original' } as const;

/** What a report is over: which clock, which period, seen from when. Epoch milliseconds. */
export interface Scope {
  clock: (typeof CLOCKS)[number];
  /** Null: from the beginning. */
  from: number | null;
  horizon: Horizon;
}

/** One case as a report sees it. */
export interface CaseFigures {
  history: CaseHistory;
  frame: CaseFrame;
  /** Where the report's clock starts for this case. */
  since: number;
  path: CasePath;
  idle: IdleTime;
  /** Whether access to the last part falls in the period. */
  reachedAccess: boolean;
}

/** Null for a case that the report does not count: a draft, over before the period, or without the clock. */
export function figuresOf(history: CaseHistory, scope: Scope): CaseFigures | null {
  const frame = frameOf(history, scope.horizon);
  if (frame === null || isOverBefore(frame, scope.from)) return null;
  const since = clockStart(history, frame, scope);
  if (since === null) return null;
  const timeline = new CaseTimeline(history, frame);
  return {
    history,
    frame,
    since,
    // Only at an open join it matters whose present visit began first.
    path: buildPath(timeline, frame.open ? presentVisits(history, scope.horizon) : []),
    idle: new IdleTime(history),
    reachedAccess: isAccess(frame.outcome),
  };
}

/** What of the case's path, from its clock's start, was waiting, assigned, paused. */
export function portionsOfPath({ path, since, idle }: CaseFigures): Portions {
  const portions = noPortions();
  for (const { span, start, end } of path.pieces) addTime(portions, span, Math.max(start, since), end, idle);
  return portions;
}

export function portionsOfVisit(visit: Visit, idle: IdleTime): Portions {
  const portions = noPortions();
  addPortions(portions, visit, idle);
  return portions;
}

/** Adds what of a visit was waiting, assigned, paused. */
export function addPortions(portions: Portions, { spans, start, end }: Visit, idle: IdleTime): void {
  for (const span of spans) {
    const until = span.end ?? end;
    if (until !== null) addTime(portions, span, Math.max(span.start, start), until, idle);
  }
}

function addTime(
  portions: Portions,
  span: SpanFacts | null,
  start: number,
  end: number,
  idle: IdleTime,
): void {
  if (span === null || end <= start) return;
  portions[span.activity] += end - start;
  if (span.activity === 'assigned') portions.idle += idle.within(span.instanceId, start, end);
  else if (span.cause !== null)
    portions.causes[span.cause] = (portions.causes[span.cause] ?? 0) + end - start;
}

function isOverBefore({ open, end }: CaseFrame, from: number | null): boolean {
  return !open && from !== null && end < from;
}

/**
 * Submission; after ethics, the later of it and of the original approval. Null without an approval by the
 * horizon: cases that need none, or wait for it, stand outside.
 */
function clockStart(history: CaseHistory, frame: CaseFrame, { clock, horizon }: Scope): number | null {
  const milestone = CLOCK_MILESTONES[clock];
  if (milestone === null) return frame.start;
  const ethics = lastMilestone(history, history.caseId, milestone, horizon);
  if (ethics === null || (!frame.open && ethics > frame.end)) return null;
  return Math.max(ethics, frame.start);
}

/** What is open: at an open join it decides whose the time is. */
function presentVisits(history: CaseHistory, horizon: Horizon): Visit[] {
  return visitsOf(history, VISIT_KEYS.stage, horizon).filter(({ end }) => end === null);
}
