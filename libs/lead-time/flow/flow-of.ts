import { toInstant } from '@ledtid/time';
import { percentile, sortNumbers } from '../statistics/percentiles';
import type { Flow, FlowMonth } from './flow';
import type { FlowPeriod } from './flow-period';

const DAY = 86_400;
/** A quarter: long enough to even out holidays, short enough to be the present pace. */
export const BACKLOG_WEEKS = 13;

/** Visits (or cases) that arrived in one month and departed in one. Seconds. */
export interface FlowCell {
  /** 0: before the period. */
  arrived: number;
  /** Null while open. */
  departed: number | null;
  visits: number;
  /** Of these: in a stage where the instance had been before. */
  again: number;
  handOffs: number;
  /** Of these: departed within the weeks that the backlog is measured by. */
  recent: number;
  /** Sum of lengths; null while open. */
  length: number | null;
  /** Sum of the time that lies in the period. */
  occupied: number;
  /** Of each, where they are open. */
  age: number | null;
}

/** Source of the check: Little, J. D. C. (1961), A proof for the queuing formula L = λW. */
export function flowOf(cells: readonly FlowCell[], period: FlowPeriod): Flow {
  const arrived = cells.filter((cell) => cell.arrived > 0);
  const departed = cells.filter((cell) => cell.departed !== null && cell.departed > 0);
  const open = cells.filter((cell) => cell.departed === null);
  const [arrivals, departures, end] = [arrived, departed, open].map((some) => sumOf(some, 'visits')) as [
    number,
    number,
    number,
  ];
  const occupied = sumOf(cells, 'occupied');
  const length = (period.end - period.begin) / 1000;
  const start = end - arrivals + departures;
  return {
    ...{ arrivals, departures },
    workInProgress: { start, end, average: over(occupied, length) },
    months: monthsOf(cells, period, start),
    age: ageOf(open, period),
    backlogWeeks: over(end * BACKLOG_WEEKS, sumOf(cells, 'recent')),
    little: littleOf(over(occupied, arrivals), over(sumOf(departed, 'length'), departures)),
  };
}

function monthsOf(cells: readonly FlowCell[], { months }: FlowPeriod, start: number): FlowMonth[] {
  // By bucket: there are some thousand cells a stage, and a hundred months.
  const arrived = new Float64Array(months.length + 1);
  const departed = new Float64Array(months.length + 1);
  for (const cell of cells) {
    arrived[cell.arrived] = (arrived[cell.arrived] ?? 0) + cell.visits;
    if (cell.departed !== null) departed[cell.departed] = (departed[cell.departed] ?? 0) + cell.visits;
  }
  let workInProgress = start;
  return months.map((month, index) => {
    const [arrivals, departures] = [arrived[index + 1] ?? 0, departed[index + 1] ?? 0];
    workInProgress += arrivals - departures;
    return { month, arrivals, departures, workInProgress };
  });
}

function ageOf(open: readonly FlowCell[], period: FlowPeriod): Flow['age'] {
  const ages = sortNumbers(open.flatMap(({ visits, age }) => Array<number>(visits).fill(age ?? 0)));
  const over = (days: number): number => ages.filter((age) => age > days * DAY).length;
  const max = ages.at(-1) ?? null;
  return {
    ...{ p50: percentile(ages, 0.5), p90: percentile(ages, 0.9), max },
    oldest: max === null ? null : toInstant(period.end - Math.round(max * 1000)),
    ...{ over30Days: over(30), over90Days: over(90), over180Days: over(180) },
  };
}

/** L / λ = (occupied / T) / (arrivals / T): the length of the period cancels out. */
function littleOf(expected: number | null, mean: number | null): Flow['little'] {
  return { expected, mean, ratio: expected === null || mean === null ? null : over(expected, mean) };
}

function over(sum: number, count: number): number | null {
  return count > 0 ? sum / count : null;
}

export function sumOf(
  cells: readonly FlowCell[],
  figure: 'visits' | 'again' | 'handOffs' | 'recent' | 'length' | 'occupied',
): number {
  return cells.reduce((sum, cell) => sum + (cell[figure] ?? 0), 0);
}
