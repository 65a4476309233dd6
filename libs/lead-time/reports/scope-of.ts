import type { Instant } from '@ledtid/time';
import type { CaseSelection } from '../cases/load-cases';
import type { Scope } from './case-figures';
import { horizonOf } from './horizon-of';
import { type CheckedQuery, periodBound } from './query';

/** Which cases a lead-time table reads, and how it sees them. */
export interface TableScope {
  readonly selection: CaseSelection;
  readonly scope: Scope;
}

export function scopeOf(clock: Scope['clock'], query: CheckedQuery, now: Instant): TableScope {
  const from = periodBound(query.from);
  const { at, inclusive } = horizonOf(query.to, now);
  return {
    selection: { filters: query.filters, from, horizon: at },
    scope: {
      clock,
      from: from === null ? null : Date.parse(from),
      horizon: { at: Date.parse(at), inclusive },
    },
  };
}
