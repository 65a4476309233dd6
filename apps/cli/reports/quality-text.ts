import type { AnyReport } from '@ledtid/lead-time';
import { type Column, table, wrapped } from '../output/table';
import { periodTitle } from './period-title';

export type QualityReport = Extract<AnyReport, { report: 'quality' }>;
type Figures = QualityReport['total'];

const FIGURES: readonly [title: string, of: (figures: Figures) => string][] = [
  ['passed', ({ passed }) => `${passed}`],
  [
    'right first',
    ({ firstTimeRight }) => (firstTimeRight === null ? '-' : `${(firstTimeRight * 100).toFixed(1)} %`),
  ],
  ['returned', ({ returns }) => count(returns)],
  ['redelivered', ({ redeliveries }) => count(redeliveries)],
  ['completion', ({ completionRequests }) => count(completionRequests)],
  ['again', ({ reEntries }) => `${reEntries}`],
  ['corrected', ({ corrections }) => count(corrections)],
];

const LEGEND =
  'right first: share passed without a return, a completion request or a second visit; returned, completion: found in ' +
  'that stage; again: stages entered again; -: no workflow knows such an event.';

/** Stages with their holders below them. */
export function qualityText(report: QualityReport): string {
  const columns: Column[] = [
    { title: 'stage', align: 'left' },
    ...FIGURES.map(([title]) => ({ title, align: 'right' }) as const),
  ];
  const lines = report.rows.flatMap((row) => [
    line(row, row.key),
    ...row.rows.map((part) => line(part, `  ${part.key}`)),
  ]);
  const { cases, completionRequestsPerCase: perCase, total } = report;
  return [
    `${periodTitle(report)}: ${cases} ${cases === 1 ? 'case' : 'cases'}`,
    wrapped(report.definition),
    '',
    table(columns, [...lines, line(total, 'all stages')]),
    '',
    `Completion requests per case: ${perCase === null ? '-' : perCase.toFixed(2)}. Complaints: ${count(total.complaints)}.`,
    wrapped(LEGEND),
  ].join('\n');
}

function line(figures: Figures, name: string): string[] {
  return [name, ...FIGURES.map(([, of]) => of(figures))];
}

function count(value: number | null): string {
  return value === null ? '-' : `${value}`;
}
