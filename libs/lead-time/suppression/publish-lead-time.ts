import { OUTCOMES, type Outcome, type Report, type Row } from '../reports/report';
import { isSmall, suppressTable } from './suppress-table';
import { type Public, type PublicRow, suppressRows, withheld } from './withhold';

export type PublicLeadTime = Omit<Public<Report>, 'total' | 'rows'> & {
  total: PublicRow<Row>;
  rows: PublicRow<Row>[];
};

export function publishLeadTime(report: Report): PublicLeadTime {
  const { rows, whole } = suppressRows(report.rows, ({ n, open }) => [n, open]);
  const hidden = hiddenCounts(report, whole);
  const isHidden = whole || hidden.open || isSmall(report.total.n) || isSmall(report.total.open);
  const { cohort, accessBy, incidence } = report;
  return {
    ...report,
    cohort: {
      ...cohort,
      cases: hidden.cases ? null : cohort.cases,
      open: hidden.open ? null : cohort.open,
    },
    outcomes: mapped(report.outcomes, (count, key) => (hidden.outcomes.has(key) ? null : count)),
    total: publicRow(report.total, isHidden),
    milestones: mapped(report.milestones, (one) => (one !== null && isSmall(one.n) ? withheld(one) : one)),
    accessBy:
      hidden.cases || hidden.outcomes.has('access') || hidden.outcomes.has('partial') ? null : accessBy,
    incidence:
      hidden.cases || incidence === null
        ? null
        : Object.fromEntries(
            Object.entries(incidence).filter(([key]) => !hidden.outcomes.has(key as Outcome)),
          ),
    // A story tells one case.
    story: null,
    rows: report.rows.map((row, index) => publicRow(row, rows[index] === true)),
  };
}

interface HiddenCounts {
  cases: boolean;
  open: boolean;
  outcomes: ReadonlySet<Outcome>;
}

/** Outcomes and open cases add up to the cases; access and partial access to the cases of the total. */
function hiddenCounts({ outcomes, cohort }: Report, whole: boolean): HiddenCounts {
  const keys = [...OUTCOMES, 'open'] as const;
  if (whole) return { cases: true, open: true, outcomes: new Set(OUTCOMES) };
  const withAccess = isSmall(outcomes.access) || isSmall(outcomes.partial);
  const countOf = (key: Outcome | 'open'): number => (key === 'open' ? cohort.open : outcomes[key]);
  const forced = keys.map((key) => withAccess && (key === 'access' || key === 'partial') && countOf(key) > 0);
  const { cells, total } = suppressTable(
    keys.map((key) => [countOf(key)]),
    { forced: { cells: forced.map((one) => [one]), rows: forced } },
  );
  const hidden = keys.filter((_, index) => cells[index]?.[0] === true);
  return { cases: total, open: hidden.includes('open'), outcomes: new Set(hidden as Outcome[]) };
}

/** The longest is one case's; a cause may be one visit's, since its visits are not counted. */
function publicRow(row: Row, suppressed: boolean): PublicRow<Row> {
  const shown = suppressed ? withheld(row) : row;
  return { ...shown, seconds: { ...shown.seconds, max: null }, causes: {}, suppressed };
}

function mapped<Key extends string, Value, Other>(
  values: Record<Key, Value>,
  change: (value: Value, key: Key) => Other,
): Record<Key, Other> {
  const entries = Object.entries(values) as [Key, Value][];
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value, key)])) as Record<Key, Other>;
}
