import fc from 'fast-check';
import { type Withheld, suppressTable } from './suppress-table';

/** Every figure of a table with its totals, by row; the totals last. */
function withTotals(cells: readonly (readonly number[])[]): number[][] {
  const rows = cells.map((row) => [...row, sum(row)]);
  return [...rows, (rows[0] ?? []).map((_, j) => sum(rows.map((row) => row[j] ?? 0)))];
}

function marks({ cells, rows, columns, total }: Withheld): boolean[][] {
  return [...cells.map((row, i) => [...row, rows[i] === true]), [...columns, total]];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * What somebody cannot tell apart who sees the rest, knows the sums, and that a withheld figure is at least 1: every
 * table that looks the same and differs by one here and there. Yields the values that each withheld figure can have.
 */
function possibleValues(
  table: readonly number[][],
  withheld: readonly boolean[][],
): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  const guess = table.slice(0, -1).map((row) => row.slice(0, -1));
  const unknown = guess.flatMap((row, i) =>
    row.flatMap((_, j) => (withheld[i]?.[j] === true ? [[i, j]] : [])),
  );
  const looksTheSame = (whole: number[][]): boolean =>
    whole.every((row, i) =>
      row.every((value, j) => (withheld[i]?.[j] === true ? value >= 1 : value === table[i]?.[j])),
    );
  const note = (whole: number[][]): void =>
    whole.forEach((row, i) =>
      row.forEach((value, j) => found.set(`${i} ${j}`, (found.get(`${i} ${j}`) ?? new Set()).add(value))),
    );
  const fill = (next: number): void => {
    const [i, j] = unknown[next] ?? [];
    const own = i === undefined ? undefined : guess[i];
    if (i === undefined || j === undefined || own === undefined) {
      const whole = withTotals(guess);
      if (looksTheSame(whole)) note(whole);
      return;
    }
    for (const change of [-1, 0, 1]) {
      own[j] = (table[i]?.[j] ?? 0) + change;
      fill(next + 1);
    }
  };
  fill(0);
  return found;
}

function expectSafe(cells: readonly (readonly number[])[]): void {
  const withheld = marks(suppressTable(cells));
  const table = withTotals(cells);
  const values = possibleValues(table, withheld);
  table.forEach((row, i) =>
    row.forEach((value, j) => {
      if (value > 0 && value < 5) expect(withheld[i]?.[j]).toBe(true);
      if (withheld[i]?.[j] === true) expect(values.get(`${i} ${j}`)?.size ?? 0).toBeGreaterThanOrEqual(2);
    }),
  );
}

const count = fc.oneof(fc.nat(6), fc.constantFrom(0, 1, 5, 8));
const tableOf = (rows: number, columns: number) =>
  fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

describe('the suppression of small counts', () => {
  it('withholds beside a small count the smallest other one', () => {
    const { cells, total } = suppressTable([[3], [40], [7], [0]]);
    expect(cells.flat()).toEqual([true, false, true, false]);
    expect(total).toBe(false);
  });

  it('withholds the total where nothing else can hide a count', () => {
    expect(suppressTable([[3], [0]])).toMatchObject({ cells: [[true], [false]], total: true });
    // Two of one each: whoever knows that they add up to two, and are not zero, knows both.
    expect(suppressTable([[1], [1]]).total).toBe(true);
  });

  it('withholds a second cell in each row and column of a table', () => {
    const { cells, rows, columns } = suppressTable([
      [3, 20, 30],
      [20, 6, 30],
      [30, 30, 30],
    ]);
    expect(cells).toEqual([
      [true, true, false],
      [true, true, false],
      [false, false, false],
    ]);
    expect([...rows, ...columns]).not.toContain(true);
  });

  it('shows everything where nothing is small', () => {
    const told = marks(
      suppressTable([
        [5, 0],
        [12, 9],
      ]),
    );
    expect(told.flat()).not.toContain(true);
  });

  it('leaves every withheld count of a one-way table at least two values', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 4 }), (counts) => {
        expectSafe(counts.map((one) => [one]));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [2, 2],
    [2, 3],
    [3, 2],
  ])(
    'leaves every withheld count of a table of %i rows and %i columns at least two values',
    (rows, columns) => {
      fc.assert(fc.property(tableOf(rows, columns), expectSafe), { numRuns: 150 });
    },
  );

  it('withholds what it is told to, and hides that too', () => {
    const { cells, total } = suppressTable([[20], [9], [30]], { forced: { cells: [[true]] } });
    expect(cells.flat()).toEqual([true, true, false]);
    expect(total).toBe(false);
  });
});
