import type { Party } from './activity';
import type { Period } from './calendar';
import type { HolidayList } from './holidays';
import type { CivilDate } from './instant';

/** The body (or, for its own target, the holder) sets the length of each cycle, in civil days. */
export interface SetLength {
  set: { defaultDays: number; atMostDays?: number };
}

/** An extension whose length the body sets: the whole length anew, in civil days from the start. */
export interface SetExtension {
  set: { atMostDays: number | null };
}

/** What a pause does to the clock; D6.3 section 8.2 suspends the clock, D6.4 section 8 starts it anew. */
export type PausePolicy = 'pause' | 'restart' | 'none';

export type ClockDirection = 'forward' | 'backward';

/** One version of one clock: dated configuration, never a constant in code. */
export interface ClockDefinition {
  key: string;
  /** First date on which a clock may start by this version. */
  validFrom: CivilDate;
  /** First date on which it may no longer; null while it is in force. */
  validTo: CivilDate | null;
  name: { sv: string; en: string };
  /** Whose duty the clock measures. */
  party: Party;
  /** Article or document that gives the clock, or `own target`. */
  source: string;
  /** null: without undue delay, no date. */
  length: Period | SetLength | null;
  /** Once a cycle. `months` lengthens a length in months. */
  extension: { months: number } | SetExtension | null;
  onPause: PausePolicy;
  /** `backward` counts from a coming date back to the last day for acting, and is never rolled. */
  direction: ClockDirection;
  holidays: HolidayList;
  /** How long before the due date the clock reminds. */
  reminder: { workingDays: number } | null;
}
