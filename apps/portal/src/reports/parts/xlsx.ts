import type { Cell, SheetData } from 'write-excel-file/universal';

/** What the texts of a column are, where a spreadsheet has a type of its own for it: `2026-11-22`, `2026-11`. */
export type Moment = 'date' | 'month';

interface XlsxColumn<Row> {
  readonly title: string;
  readonly is?: Moment;
  readonly value: (row: Row) => string | number | null;
}

interface Workbook<Row> {
  readonly title: string;
  readonly columns: readonly XlsxColumn<Row>[];
  readonly rows: readonly Row[];
  /** A second sheet, which says what stands in the first; line by line. */
  readonly about: { readonly title: string; readonly lines: readonly (readonly string[])[] };
}

const FORMATS = { date: 'yyyy-mm-dd', month: 'yyyy-mm' } as const;

/** Characters: a sheet's name has at most 31, and none of these. */
const NO_NAME = /[[\]:*?/\\']/g;

/**
 * A workbook: numbers are numbers and dates are dates. Texts are written as texts, which no spreadsheet runs as a
 * formula. What makes it is loaded when somebody first asks.
 */
export async function xlsxOf<Row>({ title, columns, rows, about }: Workbook<Row>): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const lines = [
    columns.map((column) => head(column.title)),
    ...rows.map((row) => columns.map(({ value, is }) => cellOf(value(row), is))),
  ];
  const told = about.lines.map(([name = '', ...texts]) => [head(name), ...texts.map((text) => cellOf(text))]);
  return write([
    {
      ...{ sheet: nameOf(title), data: lines as SheetData, stickyRowsCount: 1 },
      columns: columns.map((column) => ({ width: widthOf(column, rows) })),
    },
    { sheet: nameOf(about.title), data: told as SheetData, columns: [{ width: 40 }, { width: 120 }] },
  ]).toBlob();
}

function cellOf(value: string | number | null, is?: Moment): Cell {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (is === undefined) return { value, type: String };
  const day = is === 'month' ? `${value}-01` : value;
  return { value: new Date(`${day}T00:00:00Z`), type: Date, format: FORMATS[is] };
}

function head(text: string): Cell {
  return { value: text, type: String, fontWeight: 'bold' };
}

function nameOf(title: string): string {
  return title.replace(NO_NAME, ' ').slice(0, 31).trim();
}

/** As wide as its longest text, within reason. */
function widthOf<Row>({ title, value }: XlsxColumn<Row>, rows: readonly Row[]): number {
  const lengths = rows.map((row) => String(value(row) ?? '').length);
  return Math.min(60, Math.max(title.length, 10, ...lengths) + 2);
}
