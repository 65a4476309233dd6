import { isSmall, suppressTable } from './suppress-table';

/** The same with figures that may be withheld. */
export type Public<Value> = Value extends number
  ? number | null
  : Value extends readonly (infer Item)[]
    ? Public<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Public<Value[Key]> }
      : Value;

/** A row that says whether its figures are withheld. */
export type PublicRow<Row> = Public<Row> & { suppressed: boolean };

/** Without its figures; what it is called stays. */
export function withheld<Value>(value: Value): Public<Value> {
  return bare(value) as Public<Value>;
}

function bare(value: unknown): unknown {
  if (typeof value === 'number') return null;
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bare(part)]));
}

export function unlessSmall(count: number): number | null {
  return isSmall(count) ? null : count;
}

export interface SuppressedRows {
  rows: boolean[];
  /** Whether nothing but the whole can hide them: its figures must be withheld too. */
  whole: boolean;
}

/**
 * Which rows to withhold, all figures of them: those with a count of 1 to 4, and as many others as it takes that
 * no count follows from the sum over all rows. What rows share in, as the time that they contributed, is hidden
 * with them: there are at least two.
 */
export function suppressRows<Row>(
  rows: readonly Row[],
  countsOf: (row: Row) => readonly number[],
): SuppressedRows {
  const counts = rows.map(countsOf);
  let hidden = counts.map((own) => own.some(isSmall));
  let whole = false;
  for (let before = -1; before !== hidden.filter(Boolean).length;) {
    before = hidden.filter(Boolean).length;
    for (const column of (counts[0] ?? []).keys()) {
      const forced = { cells: hidden.map((one) => [one]), rows: hidden };
      const cells = counts.map((own) => [own[column] ?? 0]);
      const told = suppressTable(cells, { forced, least: 0 });
      hidden = told.cells.map(([cell]) => cell === true);
      whole ||= told.total;
    }
  }
  return { rows: hidden, whole };
}
