import type { CivilDate, ClockDefinition, Party } from '@ledtid/time';
import type { Text } from '@ledtid/workflow';

/** Civil days. */
type Days = number;

/** Whether the reason of an extension is kept. Its text is no report's: it stays with the case. */
export type ExtensionReason = 'given' | 'disposed' | 'missing';

/** What is told of the cycles of one clock, one holder, one month. */
export interface ClockFigures {
  /** Decided in the period: met or breached. */
  n: number;
  met: number;
  breached: number;
  /** Of the decided ones that have a due date; null without any. */
  shareMet: number | null;
  void: number;
  /** Neither done nor dropped at the end of the period; the overdue ones included. */
  running: number;
  overdue: number;
  extended: { n: number } & Record<ExtensionReason, number>;
  /** Of the breaches. */
  daysOver: { sum: Days; p50: Days | null; max: Days | null };
  /** Of the cycles met. */
  daysUsed: { p50: Days | null; max: Days | null };
  daysLeft: { p50: Days | null; min: Days | null };
}

/** The cycles of one holder or one month. */
export interface ClockPart extends ClockFigures {
  key: string;
}

export interface ClockRow extends ClockPart {
  /** As configured today; null for a clock that is configured no more. */
  clock: Pick<ClockDefinition, 'name' | 'party' | 'source' | 'length' | 'extension'> | null;
  rows: ClockPart[];
}

/** A clock of one holder's instances. */
export type OwnClock = Omit<ClockRow, 'rows'>;

/** Seconds in a stage during the window of a clock. */
export interface WindowTime {
  stage: string;
  waiting: number;
  assigned: number;
  paused: number;
  causes: Record<string, number>;
}

/** Everything about one breach that a report may tell. */
export interface BreachSheet {
  clock: string;
  name: Text | null;
  party: Party | null;
  /** Null for readers who see no cases. */
  case: { id: string; registrationNumber: string | null } | null;
  instance: { id: string | null; workflow: string; part: string | null; occasion: string | null };
  holder: string | null;
  started: CivilDate;
  due: CivilDate;
  extended: { on: CivilDate; reason: ExtensionReason } | null;
  /** By all pauses together, overlapping ones merged. */
  pausedDays: Days;
  breached: CivilDate;
  /** Null while the thing is not done. */
  ended: CivilDate | null;
  daysOver: Days;
  /** From the start to the end or now; parallel stages each with their own time. The longest first. */
  time: WindowTime[];
}

export interface ClocksBody {
  /** The worst first: by days over, then by breaches, then by those overdue. */
  rows: ClockRow[];
  /** A page of fact sheets, the longest over first. */
  breaches: { total: number; items: BreachSheet[]; cursor: string | null };
}
