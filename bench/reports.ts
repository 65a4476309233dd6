import type { Bench, BenchResult } from './bench';
import { type ReportsMeasurement, measureReports } from './reports/measure-reports';

const FULL_SIZE = { cases: 100_000, years: 8, tellings: 3, rounds: 3, seed: 20_261_122 };

export interface ReportsResult extends BenchResult, ReportsMeasurement {}

/** Every report over many cases with the filters of a director, and DuckDB beside the lead-time table. */
export const reports: Bench<ReportsResult> = {
  description: 'seconds that a report over a hundred thousand cases takes, against DuckDB on the same rows',
  async run({ databaseUrl, progress }) {
    return resultOf(await measureReports({ ...FULL_SIZE, databaseUrl, progress }));
  },
};

function resultOf(measured: ReportsMeasurement): ReportsResult {
  const ratio = Math.max(...measured.peerRounds.map((round) => round.ratio));
  return {
    ...measured,
    ...{ name: 'reports', ratio, unit: 'seconds of the lead-time table over seconds of the peer' },
    against: 'DuckDB in memory: closed visits and their percentiles per stage, from the same spans',
    rounds: measured.peerRounds,
    summary: [
      `${measured.cases} cases over ${measured.years} years, ${measured.rows.span ?? 0} spans.`,
      ...measured.reports.map(
        ({ report, seconds }) => `${report}: p50 ${seconds.p50} s, p95 ${seconds.p95} s.`,
      ),
      `The lead-time table takes at most ${ratio} times what DuckDB takes for its visits alone.`,
      ...(measured.faults.length === 0 ? ['Both give the same figures.'] : measured.faults),
    ],
  };
}
