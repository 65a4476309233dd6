import type { Milestone, Report, Row } from '@ledtid/lead-time';
import { duration } from '../output/duration';
import { type Column, table, wrapped } from '../output/table';

interface Figure {
  readonly title: string;
  readonly of: (row: Row) => string;
  /** Sums over visits: a column of nothing but zeros tells nothing and takes width from the names. */
  readonly sum?: (row: Row) => number;
}

const FIGURES: readonly Figure[] = [
  { title: 'visits', of: ({ n }) => `${n}` },
  { title: 'open', of: ({ open }) => `${open}` },
  { title: 'p50', of: ({ seconds }) => duration(seconds.p50) },
  { title: 'p90', of: ({ seconds }) => duration(seconds.p90) },
  sumOf('waiting'),
  sumOf('assigned'),
  sumOf('paused'),
  { title: 'path', of: ({ contributed }) => duration(contributed.seconds) },
  { title: 'share', of: ({ contributed }) => `${(contributed.share * 100).toFixed(1)} %` },
];

/** The whole is a case's and no sum of rows: what cases waited, and on whom, is told by the rows. */
const OF_THE_WHOLE = ['visits', 'open', 'p50', 'p90'];

const LEGEND =
  'visits: closed ones; p50, p90: their length; waiting, assigned, paused: sums over them; ' +
  'path, share: what the row contributed along the critical path, by which rows rank.';

const CAUSES_SHOWN = 5;

/** A report for people, in at most 100 columns; `by` is what its rows are. Of one case its story comes first. */
export function reportText(report: Report, by = 'stage'): string {
  return [
    ...(report.story?.text ?? []).map((paragraph) => `${wrapped(paragraph)}\n`),
    titleOf(report),
    wrapped(report.definition),
    '',
    figures(report, by),
    '',
    ...milestones(report),
    ...outcomes(report),
    ...accessBy(report),
    ...causes(report.rows),
    wrapped(LEGEND),
  ].join('\n');
}

function titleOf({ report, cohort }: Report): string {
  const period = [cohort.from && ` from ${cohort.from}`, cohort.to && ` to ${cohort.to}`]
    .filter(Boolean)
    .join('');
  return `${report}${period}: ${cohort.cases} ${cohort.cases === 1 ? 'case' : 'cases'}, ${cohort.open} open`;
}

function figures({ rows, total }: Report, by: string): string {
  const shown = FIGURES.filter(({ sum }) => sum === undefined || rows.some((row) => sum(row) > 0));
  const columns: Column[] = [
    { title: by, align: 'left' },
    ...shown.map(({ title }) => ({ title, align: 'right' }) as const),
  ];
  const whole = shown.map(({ title, of }) => (OF_THE_WHOLE.includes(title) ? of(total) : ''));
  const lines = rows.map((row) => [row.key, ...shown.map(({ of }) => of(row))]);
  return table(columns, [...lines, ['whole', ...whole]]);
}

function sumOf(title: 'waiting' | 'assigned' | 'paused'): Figure {
  return { title, of: (row) => duration(row[title]), sum: (row) => row[title] };
}

const MILESTONES: readonly [keyof Report['milestones'], string][] = [
  ['firstPart', 'to the first part'],
  ['receipt', 'to receipt'],
  ['fromCovering', 'from the covering approval'],
  ['ethicsToSubmission', 'approval to submission'],
];

function milestones({ milestones: marks }: Report): string[] {
  const told = MILESTONES.flatMap(([key, name]) => milestone(name, marks[key]));
  return told.length === 0 ? [] : [wrapped(`Beside it: ${told.join('; ')}.`)];
}

function milestone(name: string, mark: Milestone | null): string[] {
  return mark === null || mark.n === 0 ? [] : [`${name} ${duration(mark.p50)} (p50 of ${mark.n})`];
}

function outcomes({ outcomes: counts }: Report): string[] {
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  return told.length === 0 ? [] : [`Ended: ${told.map(([key, count]) => `${key} ${count}`).join(', ')}.`];
}

function accessBy({ accessBy: shares }: Report): string[] {
  const told = Object.entries(shares ?? {}).filter(([, share]) => share !== null);
  if (told.length === 0) return [];
  const parts = told.map(([day, share]) => `day ${day} ${((share ?? 0) * 100).toFixed(1)} %`);
  return [`Access of all cases by ${parts.join(', ')}.`];
}

function causes(rows: readonly Row[]): string[] {
  const sums = new Map<string, number>();
  for (const { causes: own } of rows) {
    for (const [code, seconds] of Object.entries(own)) sums.set(code, (sums.get(code) ?? 0) + seconds);
  }
  const largest = [...sums].sort(([, one], [, other]) => other - one).slice(0, CAUSES_SHOWN);
  if (largest.length === 0) return [];
  return [
    wrapped(`Waited for: ${largest.map(([code, seconds]) => `${code} ${duration(seconds)}`).join(', ')}.`),
  ];
}
