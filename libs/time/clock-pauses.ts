import { workingDaysBetween } from './calendar';
import { civilDateOf, daysBetween } from './civil-date';
import type { ClockCycle } from './clock-cycle';
import type { HolidayList } from './holidays';
import { type Instant, latest } from './instant';

export type ClockPause = ClockCycle['pauses'][number];

/** The same time paused, as pauses that neither touch nor overlap, in order. An open one swallows what follows. */
export function mergePauses(pauses: readonly ClockPause[]): ClockPause[] {
  const merged: ClockPause[] = [];
  for (const pause of [...pauses].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const before = merged.at(-1);
    if (before === undefined || (before.to !== null && before.to < pause.from)) merged.push({ ...pause });
    else if (before.to !== null) before.to = pause.to === null ? null : latest(before.to, pause.to);
  }
  return merged;
}

export function isClockPaused(cycle: Pick<ClockCycle, 'outcome' | 'pauses'>): boolean {
  return cycle.outcome === 'running' && cycle.pauses.at(-1)?.to === null;
}

/** The pauses as they stood at a moment: later ones gone, an open one ended there. */
export function pausesUntil(pauses: readonly ClockPause[], at: Instant): ClockPause[] {
  return pauses
    .filter((pause) => pause.from < at)
    .map(({ from, to }) => ({ from, to: to === null || to > at ? at : to }));
}

/** By how many civil days the ended pauses move a due date: each by resume date − pause date. */
export function pausedDays(pauses: readonly ClockPause[]): number {
  return sumEnded(pauses, daysBetween);
}

/** The same for a clock that counts working days. */
export function pausedWorkingDays(pauses: readonly ClockPause[], holidays: HolidayList): number {
  return sumEnded(pauses, (from, to) => workingDaysBetween(from, to, holidays));
}

function sumEnded(pauses: readonly ClockPause[], days: (from: string, to: string) => number): number {
  let sum = 0;
  for (const { from, to } of pauses) if (to !== null) sum += days(civilDateOf(from), civilDateOf(to));
  return sum;
}
