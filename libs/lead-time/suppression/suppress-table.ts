import { type Arc, protect } from './network';

/** A group of fewer is not shown. */
export const SMALLEST_GROUP = 5;

/** Which figures of a table with its totals are withheld. */
export interface Withheld {
  cells: boolean[][];
  rows: boolean[];
  columns: boolean[];
  total: boolean;
}

export interface SuppressOptions {
  /** What must be withheld whatever its size. */
  forced?: Partial<Withheld>;
  /** What anybody knows a withheld figure to be at least: 1 where zeros are always shown. */
  least?: 0 | 1;
}

export function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_GROUP;
}

/**
 * Primary and complementary suppression of a table of counts whose rows and columns add up to totals that are
 * published too. Counts of 1 to 4 are withheld, and as many others as it takes that none of the withheld follows
 * from the rest: each can have at least two values. A table of one column is a one-way table.
 */
export function suppressTable(
  cells: readonly (readonly number[])[],
  options: SuppressOptions = {},
): Withheld {
  const { forced = {}, least = 1 } = options;
  const arc = (from: string, to: string, value: number, must = false): Arc => ({
    ...{ from, to, value, withheld: must || isSmall(value) },
  });
  const inner = cells.map((row, i) =>
    row.map((value, j) => arc(`row ${i}`, `column ${j}`, value, forced.cells?.[i]?.[j])),
  );
  const rows = cells.map((row, i) => arc('all', `row ${i}`, sum(row), forced.rows?.[i]));
  const columns = (cells[0] ?? []).map((_, j) =>
    arc(`column ${j}`, 'end', sum(cells.map((row) => row[j] ?? 0)), forced.columns?.[j]),
  );
  const total = arc('end', 'all', sum(cells.map(sum)), forced.total);
  protect([...inner.flat(), ...rows, ...columns, total], least);
  const withheld = (one: Arc): boolean => one.withheld;
  return {
    cells: inner.map((row) => row.map(withheld)),
    ...{ rows: rows.map(withheld), columns: columns.map(withheld), total: total.withheld },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
