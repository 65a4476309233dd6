import { UNKNOWN_CAUSE } from '@ledtid/time';

/** Waiting and paused time of one cause. */
export interface CausedTime {
  /** Code of the cause list; null where none was given. */
  cause: string | null;
  seconds: number;
  spans: number;
}

export interface ParetoRow extends CausedTime {
  /** Of all time of the table; 0 where there is none. */
  share: number;
  /** The shares of this row and all before it. */
  cumulative: number;
}

export interface Pareto {
  seconds: number;
  spans: number;
  /** Time without a named cause: none was given, or it was said to be `unknown`. */
  unexplained: { seconds: number; share: number };
  pareto: ParetoRow[];
}

/**
 * Causes by the time that they took, the largest first, each with its share and the share of all so far (J. M. Juran,
 * Quality Control Handbook, 1951: "the vital few"). Several times of one cause are added up; at a tie the smaller code
 * comes first, and time without a cause last.
 */
export function paretoOf(times: readonly CausedTime[]): Pareto {
  const causes = addedUp(times).sort(byTime);
  const seconds = sum(causes, 'seconds');
  const shareOf = (part: number) => (seconds === 0 ? 0 : part / seconds);
  let before = 0;
  const pareto = causes.map((cause) => {
    before += cause.seconds;
    return { ...cause, share: shareOf(cause.seconds), cumulative: shareOf(before) };
  });
  const unnamed = sum(causes.filter(isUnexplained), 'seconds');
  const unexplained = { seconds: unnamed, share: shareOf(unnamed) };
  return { seconds, spans: sum(causes, 'spans'), unexplained, pareto };
}

function isUnexplained({ cause }: Pick<CausedTime, 'cause'>): boolean {
  return cause === null || cause === UNKNOWN_CAUSE;
}

function addedUp(times: readonly CausedTime[]): CausedTime[] {
  const causes = [...new Set(times.map(({ cause }) => cause))];
  return causes.map((cause) => {
    const own = times.filter((time) => time.cause === cause);
    return { cause, seconds: sum(own, 'seconds'), spans: sum(own, 'spans') };
  });
}

function byTime(one: CausedTime, other: CausedTime): number {
  if (one.seconds !== other.seconds) return other.seconds - one.seconds;
  if (one.cause === null || other.cause === null) return one.cause === null ? 1 : -1;
  return one.cause < other.cause ? -1 : 1;
}

function sum(times: readonly CausedTime[], figure: 'seconds' | 'spans'): number {
  return times.reduce((total, time) => total + time[figure], 0);
}
