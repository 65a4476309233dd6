import { type CivilDate, type Instant, addDays, civilDateOf } from '@ledtid/time';
import { boundOf, horizonOf } from '../reports/horizon-of';
import { type CheckedQuery, periodBound } from '../reports/query';

/** The period of a report as clocks see it: moments for what is done, civil days for what falls due. */
export interface ClockPeriod {
  begin: Instant | null;
  /** The first moment after the horizon. */
  bound: Instant;
  /** The last civil day of the period, or today. */
  lastDay: CivilDate;
  /** What was due on it is breached on the first day of the period. */
  dayBefore: CivilDate | null;
  today: CivilDate;
}

export function clockPeriod({ from, to }: Pick<CheckedQuery, 'from' | 'to'>, now: Instant): ClockPeriod {
  const horizon = horizonOf(to, now);
  const today = civilDateOf(now);
  return {
    begin: periodBound(from),
    bound: boundOf(horizon),
    lastDay: horizon.inclusive || to === null ? today : addDays(to, -1),
    dayBefore: from === null ? null : addDays(from, -1),
    today,
  };
}
