import { type CivilDate, type ClockCycle, type Instant, pausedDays } from '@ledtid/time';
import type { PoolClient } from 'pg';
import { sqlFile } from '../sql-file';
import type { BreachSheet, ClockRow, ExtensionReason, WindowTime } from './clocks';

const DETAILS = sqlFile(__dirname, 'breach-details');
const WINDOW_TIME = sqlFile(__dirname, 'window-time');

/** A row of sql/breaches.sql. */
export interface FoundBreach {
  clock: string;
  instanceId: string;
  holder: string | null;
  caseId: string;
  startedAt: Instant;
  endedAt: Instant | null;
  pauses: ClockCycle['pauses'];
  /** Ledger number of the event that extended it. */
  extended: number | null;
  started: CivilDate;
  due: CivilDate;
  breached: CivilDate;
  ended: CivilDate | null;
  daysOver: number;
}

/** A row of sql/breach-details.sql. */
interface BreachDetails {
  registrationNumber: string | null;
  workflow: string;
  part: string | null;
  occasion: string | null;
  extendedOn: CivilDate | null;
  extendedReason: ExtensionReason | null;
}

type Breach = FoundBreach & BreachDetails;

interface WindowPortion {
  /** Number of the breach, from 1. */
  window: number;
  stage: string;
  activity: 'waiting' | 'assigned' | 'paused';
  cause: string | null;
  seconds: number;
}

/** With what a page of breaches has to look up, as it was known before a moment. */
export async function withDetails(
  client: PoolClient,
  found: readonly FoundBreach[],
  before: Instant,
): Promise<Breach[]> {
  const { rows } = await client.query<BreachDetails>(DETAILS, [
    found.map(({ caseId }) => caseId),
    found.map(({ instanceId }) => instanceId),
    found.map(({ extended }) => extended),
    before,
  ]);
  return rows.flatMap((details, index) =>
    found.slice(index, index + 1).map((one) => ({ ...one, ...details })),
  );
}

/** Where the time of each breach's window went, in the order of the breaches. */
export async function windowTimes(
  client: PoolClient,
  breaches: readonly Breach[],
  now: Instant,
): Promise<WindowTime[][]> {
  const { rows } = await client.query<WindowPortion>(WINDOW_TIME, [
    breaches.map(({ instanceId }) => instanceId),
    breaches.map(({ startedAt }) => startedAt),
    breaches.map(({ endedAt }) => endedAt ?? now),
  ]);
  return breaches.map((_, index) => timesOf(rows.filter(({ window }) => Number(window) === index + 1)));
}

/** Portions of one window by stage, the longest first. */
function timesOf(portions: readonly Omit<WindowPortion, 'window'>[]): WindowTime[] {
  const stages = new Map<string, WindowTime>();
  for (const { stage, activity, cause, seconds } of portions) {
    const time = stages.get(stage) ?? { stage, waiting: 0, assigned: 0, paused: 0, causes: {} };
    time[activity] += seconds;
    if (cause !== null) time.causes[cause] = (time.causes[cause] ?? 0) + seconds;
    stages.set(stage, time);
  }
  const whole = ({ waiting, assigned, paused }: WindowTime): number => waiting + assigned + paused;
  return [...stages.values()].sort((one, other) => whole(other) - whole(one));
}

/** The fact sheet of a breach. `named`: its reader may see cases; for others no id and no number leads to one. */
export function sheetOf(
  breach: Breach,
  clock: ClockRow['clock'],
  time: WindowTime[],
  named: boolean,
): BreachSheet {
  const { workflow, part, occasion, holder, started, due, breached, ended, daysOver } = breach;
  const { caseId, registrationNumber, instanceId, extendedOn, extendedReason } = breach;
  return {
    ...{ clock: breach.clock, name: clock?.name ?? null, party: clock?.party ?? null },
    case: named ? { id: caseId, registrationNumber } : null,
    instance: { id: named ? instanceId : null, workflow, part, occasion },
    ...{ holder, started, due },
    extended:
      extendedOn === null || extendedReason === null ? null : { on: extendedOn, reason: extendedReason },
    ...{ pausedDays: pausedDays(breach.pauses), breached, ended, daysOver, time },
  };
}
