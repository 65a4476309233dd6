import type { ClockPart } from './clocks';

/** Cycles of one clock by the months in which things happened to them; null for what did not by the horizon. */
export interface CycleLife {
  key: string;
  started: string;
  breached: string | null;
  ended: string | null;
  cycles: number;
}

/** What was running, and of that overdue, at the end of a month. */
export function runningAfter(
  lives: readonly CycleLife[],
  month: string,
): Pick<ClockPart, 'running' | 'overdue'> {
  const open = lives.filter(({ started, ended }) => started <= month && (ended === null || ended > month));
  const overdue = open.filter(({ breached }) => breached !== null && breached <= month);
  return { running: sum(open), overdue: sum(overdue) };
}

/** Every month from the first in which a cycle ran to the last one, those in which nothing was decided too. */
export function monthsOf(lives: readonly CycleLife[], first: string | null, last: string): string[] {
  const begins = lives.map(({ started }) => started).sort()[0];
  if (begins === undefined) return [];
  const months: string[] = [];
  for (let month = first !== null && first > begins ? first : begins; month <= last; month = after(month))
    months.push(month);
  return months;
}

function after(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function sum(lives: readonly CycleLife[]): number {
  return lives.reduce((total, { cycles }) => total + cycles, 0);
}
