import {
  type ActivityBody,
  type ActivityRow,
  DECISIONS,
  type Days,
  GROUPINGS,
  type Grouping,
} from '../activity/activity';
import { type Withheld, isSmall, suppressTable } from './suppress-table';
import { type Public, withheld } from './withhold';

/** The decisions of a grouping are a two-way table with `decided` as its rows' totals; what was submitted is a one-way one. */
const COLUMN_SETS = [DECISIONS, ['submitted']] as const;

export function publishActivity({ points, applications, daysToAccess }: ActivityBody): Public<ActivityBody> {
  const hidden = new Set<string>();
  // Tables share the whole: what one of them withholds there, the others must not give away.
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const grouping of GROUPINGS) {
      for (const columns of COLUMN_SETS) hideIn(applications, grouping, columns, hidden);
    }
  }
  const groups = GROUPINGS.map((grouping) => [
    grouping,
    applications[grouping].map((row) => ({ ...row, ...shown(row, hidden, `${grouping} ${row.key}`) })),
  ]);
  return {
    points,
    applications: {
      ...shown(applications, hidden, 'all'),
      ...(Object.fromEntries(groups) as Record<Grouping, Public<ActivityRow>[]>),
    },
    daysToAccess: {
      access: publicDays(daysToAccess.access),
      answer: publicDays(daysToAccess.answer),
      open: publicDays(daysToAccess.open),
    },
  };
}

type Applications = ActivityBody['applications'];
type Column = (typeof COLUMN_SETS)[number][number];

/** Adds the names of what is withheld: `purpose 53-1-e permit`, `all permit`. */
function hideIn(
  whole: Applications,
  grouping: Grouping,
  columns: readonly Column[],
  hidden: Set<string>,
): void {
  const rows = whole[grouping];
  const total = columns.length === 1 ? columns[0] : 'decided';
  const is = (place: string, column: string | undefined): boolean => hidden.has(`${place} ${column ?? ''}`);
  const told = suppressTable(
    rows.map((row) => columns.map((column) => row[column])),
    {
      forced: {
        cells: rows.map(({ key }) => columns.map((column) => is(`${grouping} ${key}`, column))),
        rows: rows.map(({ key }) => is(`${grouping} ${key}`, total)),
        columns: columns.map((column) => is('all', column)),
        total: is('all', total),
      },
    },
  );
  for (const name of namesOf(told, rows, grouping, columns, total ?? '')) hidden.add(name);
}

function namesOf(
  { cells, rows: totals, columns: sums, total: isWhole }: Withheld,
  rows: readonly ActivityRow[],
  grouping: Grouping,
  columns: readonly Column[],
  total: string,
): string[] {
  const named = (place: string, column: string, is: boolean | undefined): string[] =>
    is === true ? [`${place} ${column}`] : [];
  return [
    ...rows.flatMap(({ key }, i) =>
      columns.flatMap((column, j) => named(`${grouping} ${key}`, column, cells[i]?.[j])),
    ),
    ...rows.flatMap(({ key }, i) => named(`${grouping} ${key}`, total, totals[i])),
    ...columns.flatMap((column, j) => named('all', column, sums[j])),
    ...named('all', total, isWhole),
  ];
}

function shown<Counts extends Record<Column | 'decided', number>>(
  counts: Counts,
  hidden: ReadonlySet<string>,
  place: string,
) {
  const keys = ['submitted', ...DECISIONS, 'decided'] as const;
  const entries = keys.map((key) => [
    key,
    hidden.has(`${place} ${key}`) || isSmall(counts[key]) ? null : counts[key],
  ]);
  return Object.fromEntries(entries) as Record<(typeof keys)[number], number | null>;
}

function publicDays(days: Days): Public<Days> {
  return isSmall(days.n) ? withheld(days) : days;
}
