import type { AnyReport } from '@ledtid/lead-time';
import { type Column, table, wrapped } from '../output/table';
import { periodTitle } from './period-title';

export type ActivityReport = Extract<AnyReport, { report: 'activity' }>;
type Counts = ActivityReport['applications'];
type Days = ActivityReport['daysToAccess']['access'];

const COUNTS = ['submitted', 'permit', 'refused', 'answered', 'dismissed', 'withdrawn', 'decided'] as const;

const GROUPINGS = [
  ['applicantType', 'type of applicant'],
  ['purpose', 'purpose (Art 53(1))'],
  ['dataCategory', 'category of data (Art 51(1))'],
] as const;

/** The activity report of Art 59(1), for people: its figures, then point by point where they stand. */
export function activityText(report: ActivityReport): string {
  const { applications, daysToAccess, points } = report;
  return [
    titleOf(report),
    wrapped(report.definition),
    '',
    ...GROUPINGS.flatMap(([grouping, name]) => [countsBy(applications, grouping, name), '']),
    `Days to access: ${days(daysToAccess.access)}. To an answer with statistics: ${days(daysToAccess.answer)}.`,
    `Still open: ${days(daysToAccess.open)} so far.`,
    '',
    ...points.map(({ point, subject, missing }) =>
      wrapped(`(${point}) ${subject}: ${missing ?? 'above'}${missing === null ? '.' : ''}`),
    ),
  ].join('\n');
}

function titleOf(report: ActivityReport): string {
  const { submitted, decided } = report.applications;
  return `${periodTitle(report)}: ${submitted} applications came, ${decided} were decided`;
}

function countsBy(counts: Counts, grouping: (typeof GROUPINGS)[number][0], name: string): string {
  const columns: Column[] = [
    { title: name, align: 'left' },
    ...COUNTS.map((title) => ({ title, align: 'right' }) as const),
  ];
  const lines = counts[grouping].map((row) => [row.key, ...COUNTS.map((count) => `${row[count]}`)]);
  return table(columns, [...lines, ['all', ...COUNTS.map((count) => `${counts[count]}`)]]);
}

function days({ n, mean, p50 }: Days): string {
  return mean === null || p50 === null
    ? `${n}`
    : `${mean.toFixed(1)} on average, ${p50.toFixed(1)} median (${n})`;
}
