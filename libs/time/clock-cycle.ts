import type { CivilDate, Instant } from './instant';

export type ClockOutcome = 'running' | 'met' | 'breached' | 'void';

/** What a running clock does next: it reminds before the due date, on it, or is breached the day after. */
export type ClockWakeUp = 'reminder' | 'due' | 'breach';

/** One run of one clock. (instance, key, started) names it; `started` is a ledger number. */
export interface ClockCycle {
  key: string;
  started: number;
  /** The stage whose queue wakes the clock. */
  stage: string;
  startedAt: Instant;
  /**
   * Civil days given by the body: the length where it is `set`, the whole length anew where the extension is,
   * and for a `backward` clock how far after the start the date lies that it counts back from.
   */
  setDays: number | null;
  /** Merged and in order; the last may be open. */
  pauses: { from: Instant; to: Instant | null }[];
  /** Moment of the last restart (policy `restart`), from which the full length runs anew. */
  restartedAt: Instant | null;
  /** Ledger number of the extension; its reason lies in that event's payload. */
  extended: number | null;
  /** Rolled to a working day; null for a clock without a length. While a pause is open it stands where it stood. */
  due: CivilDate | null;
  outcome: ClockOutcome;
  /** When the thing was done or dropped. A breached clock whose thing is not yet done has none. */
  endedAt: Instant | null;
  /** The next thing this clock does by itself, and when; null when it does nothing more. */
  wakeUp: ClockWakeUp | null;
  wakeUpAt: Instant | null;
}
