import type { AnyReport } from '@ledtid/lead-time';
import { duration } from '../output/duration';
import { type Column, table, wrapped } from '../output/table';

export type CausesReport = Extract<AnyReport, { report: 'causes' }>;
type ParetoRow = CausesReport['pareto'][number];

const COLUMNS: Column[] = [
  { title: 'cause', align: 'left' },
  ...['waits', 'time', 'share', 'so far'].map((title) => ({ title, align: 'right' }) as const),
];

/** Why cases stood, for people: all causes, and what they were where it was each party's turn. */
export function causesText(report: CausesReport): string {
  return [
    titleOf(report),
    wrapped(report.definition),
    '',
    table(COLUMNS, report.pareto.map(line)),
    '',
    wrapped(
      `Of the waiting time ${percent(report.unexplained.share)} has no named cause ` +
        `(${duration(report.unexplained.seconds)}); asked for a cause: ${report.asked}.`,
    ),
    ...report.parties.map(partyLine),
  ].join('\n');
}

function titleOf({ report, period, spans, seconds }: CausesReport): string {
  const { from, to } = period;
  const within = [from && ` from ${from}`, to && ` to ${to}`].filter(Boolean).join('');
  return `${report}${within}: ${spans} ${spans === 1 ? 'wait' : 'waits'}, ${duration(seconds)}`;
}

function line({ cause, spans, seconds, share, cumulative }: ParetoRow): string[] {
  return [nameOf(cause), `${spans}`, duration(seconds), percent(share), percent(cumulative)];
}

function partyLine({ party, share, seconds, pareto }: CausesReport['parties'][number]): string {
  const largest = pareto.slice(0, 3).map((row) => `${nameOf(row.cause)} ${percent(row.share)}`);
  return wrapped(`${party}: ${duration(seconds)}, ${percent(share)} of all; ${largest.join(', ')}.`);
}

function nameOf(cause: string | null): string {
  return cause ?? '(no cause given)';
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
