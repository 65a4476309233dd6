import { weightedPercentile } from '../statistics/weighted-percentile';
import type { ClockFigures, ExtensionReason } from './clocks';

/** Some cycles of one clock that are alike in all that a figure looks at. */
export interface CycleCell {
  key: string;
  /** Holder or month; null where the clock has no such parts. */
  part: string | null;
  /** What became of them in the period. */
  decided: 'met' | 'breached' | 'void' | null;
  running: boolean;
  overdue: boolean;
  extension: ExtensionReason | null;
  /** Civil days; null where there are none to tell. */
  used: number | null;
  left: number | null;
  over: number | null;
  cycles: number;
}

type Weighted = readonly [value: number, weight: number];

export function clockFigures(cells: readonly CycleCell[]): ClockFigures {
  const [met, breached] = [count(cells, is('met')), count(cells, is('breached'))];
  const metInTime = count(cells, (cell) => cell.left !== null);
  const over = days(cells, 'over');
  const [used, left] = [days(cells, 'used'), days(cells, 'left')];
  return {
    ...{ n: met + breached, met, breached, shareMet: shareOf(metInTime, metInTime + breached) },
    ...{ void: count(cells, is('void')) },
    ...{ running: count(cells, (cell) => cell.running), overdue: count(cells, (cell) => cell.overdue) },
    extended: {
      n: count(cells, ({ extension }) => extension !== null),
      given: count(cells, ({ extension }) => extension === 'given'),
      disposed: count(cells, ({ extension }) => extension === 'disposed'),
      missing: count(cells, ({ extension }) => extension === 'missing'),
    },
    daysOver: {
      sum: over.reduce((sum, [value, weight]) => sum + value * weight, 0),
      p50: weightedPercentile(over, 0.5),
      max: weightedPercentile(over, 1),
    },
    daysUsed: { p50: weightedPercentile(used, 0.5), max: weightedPercentile(used, 1) },
    daysLeft: { p50: weightedPercentile(left, 0.5), min: weightedPercentile(left, 0) },
  };
}

function is(decided: CycleCell['decided']): (cell: CycleCell) => boolean {
  return (cell) => cell.decided === decided;
}

function count(cells: readonly CycleCell[], which: (cell: CycleCell) => boolean): number {
  return cells.reduce((sum, cell) => (which(cell) ? sum + cell.cycles : sum), 0);
}

/** In order, as percentiles want them. */
function days(cells: readonly CycleCell[], which: 'used' | 'left' | 'over'): Weighted[] {
  return cells
    .flatMap(({ [which]: value, cycles }): Weighted[] => (value === null ? [] : [[value, cycles]]))
    .sort(([one], [other]) => one - other);
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
