import type { CaseHistory } from '../cases/case-history';
import { type Visit, visitSince, visitsOf } from '../cases/visits';
import { type CaseFigures, type Scope, figuresOf, portionsOfPath } from '../reports/case-figures';
import { VISIT_KEYS, sharesBy } from '../reports/dimension-keys';
import { milestonesOf } from '../reports/milestone-tally';
import type { Dimension } from '../reports/report';
import { noPortions } from '../reports/row-tally';
import type { CaseSheet } from './case-sheet';
import { type Part, SheetRows, tellPortions } from './sheet-rows';

/** Null for a case that the report does not count: a draft, over before the period, or without the clock. */
export function sheetOf(history: CaseHistory, scope: Scope, by: Dimension): CaseSheet | null {
  const figures = figuresOf(history, scope);
  return figures === null ? null : sheetBy(figures, scope, by);
}

/** The same, where the figures are worked out already. */
export function sheetBy(figures: CaseFigures, scope: Scope, by: Dimension): CaseSheet {
  const { frame, since, reachedAccess, idle } = figures;
  const rows = new SheetRows(since);
  for (const part of partsOf(figures, scope, by)) rows.addPart(part);
  for (const visit of visitsIn(figures, scope, by)) rows.addVisit(visit, idle);
  const numbers = [since, frame.end - since];
  const pathCauses = tellPortions(reachedAccess ? portionsOfPath(figures) : noPortions(), numbers);
  const milestones = milestonesOf(figures, scope);
  for (const [, start, end] of milestones) numbers.push(start, end);
  const { keys, causes, numbers: ofRows } = rows.finish();
  return {
    words: {
      ...{ outcome: frame.outcome, reachedAccess, pathCauses },
      ...{ milestones: milestones.map(([key]) => key), keys, causes },
    },
    numbers: numbers.concat(ofRows),
  };
}

/** The rows of a month are whole cases and have none. */
function visitsIn({ history, frame, since }: CaseFigures, { horizon, from }: Scope, by: Dimension): Visit[] {
  if (by === 'month') return [];
  return visitsOf(history, VISIT_KEYS[by], horizon).flatMap((whole) => {
    const visit = visitSince(whole, since, frame);
    return visit === null || (visit.end !== null && visit.end < (from ?? visit.end)) ? [] : [visit];
  });
}

function partsOf({ path, since, frame }: CaseFigures, scope: Scope, by: Dimension): Part[] {
  const from = Math.max(since, scope.from ?? since);
  const shares = sharesBy(by);
  const contributed = new Map<string, number>();
  for (const piece of path.pieces) {
    for (const [key, time] of shares(piece, from)) contributed.set(key, (contributed.get(key) ?? 0) + time);
  }
  const keys = [...contributed.keys()];
  const reached = path.network.reachedWithout(path.end, keys, (piece) => shares(piece, from));
  return keys.map((key, place) => {
    const removable = frame.end - (reached[place] ?? frame.end);
    return { key, contributed: contributed.get(key) ?? 0, removable };
  });
}
