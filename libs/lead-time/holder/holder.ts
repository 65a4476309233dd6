import type { OwnClock } from '../clocks/clocks';
import type { OwnQuality } from '../quality/quality';
import type { Row } from '../reports/report';

/** Seconds; null where there was nothing to measure. */
type Seconds = number;

/** The key of the time in which it was the holder's own turn. */
export const OWN = 'own';

/** The key of the time in which another holder's release was awaited. */
export const OTHER_HOLDER = 'other-holder';

/** Time inside the period by whose turn it was. */
export interface TimePart {
  /** `own`, `other-holder`, a party, or `none` for time that no stage owns. */
  key: string;
  seconds: Seconds;
  /** Of the whole; 0 where there is none. */
  share: number;
  /** Waiting and paused time of the part by cause, where one was given. */
  causes: Record<string, Seconds>;
}

/** Why a comparison is empty: too few other holders at all, or too few of them with enough visits. */
export type WithheldBecause = 'few-holders' | 'few-visits';

/** How the medians of the other holders lie. All null where it is withheld. */
export interface Comparison {
  holders: number | null;
  p25: Seconds | null;
  p50: Seconds | null;
  p75: Seconds | null;
  withheld: WithheldBecause | null;
}

/** A stage that holders work. `seconds` and `censored` are the own time of its visits. */
export interface HolderRow extends Pick<Row, 'key' | 'n' | 'open' | 'seconds' | 'censored'> {
  /** Inside the period, open visits too: the rows' add up to the part `own`. */
  own: { seconds: Seconds; share: number };
  /** Of this own time. */
  waiting: Seconds;
  assigned: Seconds;
  paused: Seconds;
  causes: Record<string, Seconds>;
  /** Of the median own time of a closed visit. */
  comparison: Comparison;
}

export interface HolderBody {
  holder: string;
  /** What the report is over: the holder's instances that were open at some time in the period. */
  instances: { workflow: string; n: number; open: number }[];
  time: { seconds: Seconds; parts: TimePart[] };
  /** The most own time first. */
  rows: HolderRow[];
  clocks: OwnClock[];
  quality: OwnQuality;
}
