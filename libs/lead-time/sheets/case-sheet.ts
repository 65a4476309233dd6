import type { CaseHistory, EpochMilliseconds } from '../cases/case-history';
import { visitSince, visitsOf } from '../cases/visits';
import type { Piece } from '../path/network';
import {
  type CaseFigures,
  type Scope,
  figuresOf,
  portionsOfPath,
  portionsOfVisit,
} from '../reports/case-figures';
import { type SharesOf, VISIT_KEYS, sharesBy } from '../reports/dimension-keys';
import { type MilestoneSpan, milestonesOf } from '../reports/milestone-tally';
import type { Dimension, Report } from '../reports/report';
import type { Portions } from '../reports/row-tally';

type Milliseconds = number;

/**
 * What one case adds to a lead-time table: of one clock, by one dimension, seen over one period. Plain JSON, and
 * short, because it is kept (`KeptSheets`) and read by the hundred thousand.
 */
export interface CaseSheet {
  /** First submission. */
  submitted: EpochMilliseconds;
  /** Where the report's clock starts. */
  since: EpochMilliseconds;
  /** Access to the last part, or the end without it; what was seen last while the case is open. */
  end: EpochMilliseconds;
  /** Null while the case is open. */
  outcome: string | null;
  /** Along the critical path; of cases that reached access alone. */
  portions: PortionLine | null;
  visits: VisitLine[];
  /** By key of the row: along the critical path, and by how much earlier the case would have ended without. */
  parts: [key: string, contributed: Milliseconds, removable: Milliseconds][];
  milestones: Partial<Record<keyof Report['milestones'], MilestoneSpan>>;
}

/** The end is null while the visit is open; the portions are those of closed visits. */
export type VisitLine = [
  key: string,
  start: EpochMilliseconds,
  end: EpochMilliseconds | null,
  portions: PortionLine | null,
];

/** `Portions` in short; no causes where there are none. */
export type PortionLine = [
  waiting: Milliseconds,
  assigned: Milliseconds,
  paused: Milliseconds,
  idle: Milliseconds,
  causes?: Record<string, Milliseconds>,
];

/** Null for a case that the report does not count: a draft, over before the period, or without the clock. */
export function sheetOf(history: CaseHistory, scope: Scope, by: Dimension): CaseSheet | null {
  const figures = figuresOf(history, scope);
  return figures === null ? null : sheetBy(figures, scope, by);
}

/** The same, where the figures are worked out already. */
export function sheetBy(figures: CaseFigures, scope: Scope, by: Dimension): CaseSheet {
  const { frame, since, reachedAccess } = figures;
  return {
    ...{ submitted: frame.start, since, end: frame.end, outcome: frame.outcome },
    portions: reachedAccess ? lineOf(portionsOfPath(figures)) : null,
    // The rows of a month are whole cases.
    visits: by === 'month' ? [] : visitLines(figures, scope, by),
    parts: partsOf(figures, scope, by),
    milestones: milestonesOf(figures, scope),
  };
}

function visitLines(
  { history, frame, since, idle }: CaseFigures,
  { horizon, from }: Scope,
  by: Exclude<Dimension, 'month'>,
): VisitLine[] {
  return visitsOf(history, VISIT_KEYS[by], horizon).flatMap((whole): VisitLine[] => {
    const visit = visitSince(whole, since, frame);
    if (visit === null || (visit.end !== null && visit.end < (from ?? visit.end))) return [];
    const { key, start, end } = visit;
    return [[key, start, end, end === null ? null : lineOf(portionsOfVisit(visit, idle))]];
  });
}

function lineOf({ waiting, assigned, paused, idle, causes }: Portions): PortionLine {
  const line: PortionLine = [waiting, assigned, paused, idle];
  return Object.keys(causes).length === 0 ? line : [waiting, assigned, paused, idle, causes];
}

function partsOf({ path, since, frame }: CaseFigures, scope: Scope, by: Dimension): CaseSheet['parts'] {
  const from = Math.max(since, scope.from ?? since);
  const shares = sharesBy(by);
  const contributed = new Map<string, number>();
  for (const piece of path.pieces) {
    for (const [key, time] of shares(piece, from)) contributed.set(key, (contributed.get(key) ?? 0) + time);
  }
  const known = remembered(shares, from);
  return [...contributed].map(([key, time]) => {
    const reached = path.network.reached(path.end, (piece) => known(piece).get(key) ?? 0);
    return [key, time, frame.end - reached];
  });
}

/** Every row asks for every piece again. */
function remembered(shares: SharesOf, from: number): (piece: Piece) => ReadonlyMap<string, number> {
  const known = new Map<Piece, ReadonlyMap<string, number>>();
  return (piece) => {
    let parts = known.get(piece);
    if (parts === undefined) known.set(piece, (parts = new Map(shares(piece, from))));
    return parts;
  };
}
