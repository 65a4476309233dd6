import type { AnyReport } from '@ledtid/lead-time';
import { duration } from '../output/duration';
import { type Column, table, wrapped } from '../output/table';
import { periodTitle } from './period-title';

export type FlowReport = Extract<AnyReport, { report: 'flow' }>;
type Stage = FlowReport['rows'][number];
type Flow = FlowReport['cases'];

const FIGURES: readonly [title: string, of: (flow: Flow) => string][] = [
  ['in', ({ arrivals }) => `${arrivals}`],
  ['out', ({ departures }) => `${departures}`],
  ['there', ({ workInProgress }) => `${workInProgress.end}`],
  ['average', ({ workInProgress }) => decimal(workInProgress.average)],
  ['age p50', ({ age }) => duration(age.p50)],
  ['p90', ({ age }) => duration(age.p90)],
  ['>90d', ({ age }) => `${age.over90Days}`],
  ['weeks', ({ backlogWeeks }) => decimal(backlogWeeks)],
  ['Little', ({ little }) => decimal(little.ratio, 2)],
];

const COLUMNS: Column[] = [
  { title: 'stage', align: 'left' },
  ...FIGURES.map(([title]) => ({ title, align: 'right' }) as const),
];

const LEGEND =
  'in, out: arrivals and departures; there, age: what is open at the end; average: of open work over the period; ' +
  'weeks: to work it off at the pace of the last 13 weeks; Little: average work in progress over the rate of ' +
  'arrival, beside the mean time of what left (1 in a steady flow).';

/** What came, left and lies there, for people: stage by stage, whole cases last. */
export function flowText(report: FlowReport): string {
  const lines = report.rows.map((row) => line(row.key, row));
  return [
    titleOf(report),
    wrapped(report.definition),
    '',
    table(COLUMNS, [...lines, line('whole cases', report.cases)]),
    '',
    ...listed('Came back (rework)', report.rows, ({ reEntries }) => reEntries),
    ...listed('Changed hands', report.rows, ({ handOffs }) => handOffs),
    ...lags(report.rows),
    wrapped(LEGEND),
  ].join('\n');
}

function titleOf(report: FlowReport): string {
  const { arrivals, departures, workInProgress } = report.cases;
  return `${periodTitle(report)}: ${arrivals} cases came, ${departures} left, ${workInProgress.end} open`;
}

function line(name: string, flow: Flow): string[] {
  return [name, ...FIGURES.map(([, of]) => of(flow))];
}

function listed(title: string, rows: readonly Stage[], of: (row: Stage) => number): string[] {
  const told = rows.filter((row) => of(row) > 0).sort((one, other) => of(other) - of(one));
  return told.length === 0
    ? []
    : [wrapped(`${title}: ${told.map((row) => `${row.key} ${of(row)}`).join(', ')}.`)];
}

function lags(rows: readonly Stage[]): string[] {
  const late = rows.filter(({ recordingLag }) => (recordingLag.overADay ?? 0) > 0);
  const told = late.map(
    ({ key, recordingLag }) => `${key} ${((recordingLag.overADay ?? 0) * 100).toFixed(1)} %`,
  );
  return told.length === 0 ? [] : [wrapped(`Registered more than a day late: ${told.join(', ')}.`)];
}

function decimal(figure: number | null, digits = 1): string {
  return figure === null ? '-' : figure.toFixed(digits);
}
