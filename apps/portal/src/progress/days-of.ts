const DAY = 86_400;

/** Seconds in whole days, and never none, because a part of a day is one to whoever waits. */
export function daysOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / DAY));
}
