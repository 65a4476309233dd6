import { type CivilDate, type Instant, toInstant } from '@ledtid/time';
import { periodBound } from './query';

/** Until when a report of a period looks, as a moment that the database understands. */
export interface ReportHorizon {
  at: Instant;
  /** Whether what ends exactly then counts as past: of a period [from, to) it does not, of the present it does. */
  inclusive: boolean;
}

/** The period's end; the present where the period has none, or has not ended yet. */
export function horizonOf(to: CivilDate | null, now: Instant): ReportHorizon {
  const end = periodBound(to);
  return end !== null && end <= now ? { at: end, inclusive: false } : { at: now, inclusive: true };
}

/** The first moment that is not past any more, for what asks whether something was before it. */
export function boundOf({ at, inclusive }: ReportHorizon): Instant {
  return inclusive ? toInstant(Date.parse(at) + 1) : at;
}
