import { LeadTimeReports, KeptSheets, type ReportQuery, isRefusal } from '@ledtid/lead-time';
import { caseConfiguration } from '@ledtid/cases';
import { createPool } from '@ledtid/platform';
import { TurnedTime, startOfDay } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import type { Pool } from 'pg';
import { BenchDatabases } from '../support/bench-databases';
import { type Environment, describeEnvironment } from '../support/environment';
import { latencyOf, rounded } from '../support/figures';
import { Peer, type PeerRow } from './peer';
import { prepareHistory } from './prepare-history';

/** From which all is seen: the same history at any date. */
const PRESENT = '2026-11-01T00:00:00.000Z';

const REPORTS = [
  ...['lead-time', 'after-ethics', 'clocks', 'flow', 'quality', 'activity', 'causes'],
  'holder',
];

const YEAR = { from: '2025-11-01', to: '2026-11-01' };
const QUARTER = { from: '2026-01-01', to: '2026-04-01' };
const NORTH = { holder: 'region-norr' };

/** Nothing left out, one filter, and pairs of filters of every kind. The peer knows periods and holders. */
const QUESTIONS: readonly ReportQuery[] = [
  ...[{}, YEAR, QUARTER, NORTH],
  ...[
    { ...YEAR, ...NORTH },
    { ...QUARTER, purpose: '53-1-e' },
    { ...YEAR, workflow: 'release' },
  ],
  ...[
    { ...NORTH, workflow: 'release' },
    { purpose: '53-1-e', track: 'osl' },
    { sourceKind: 'record', applicantType: 'company' },
    { dataCategory: '51-1-a', ...NORTH },
  ],
];

/** The report of a holder must be told whose it is. */
function questionsTo(report: string): readonly ReportQuery[] {
  return report === 'holder' ? QUESTIONS.filter(({ holder }) => holder !== undefined) : QUESTIONS;
}

const PEER_QUESTIONS: readonly Pick<ReportQuery, 'from' | 'to' | 'holder'>[] = [
  ...[{}, YEAR, QUARTER, NORTH],
  { ...YEAR, ...NORTH },
];

export interface ReportsSettings {
  readonly databaseUrl: string;
  readonly cases: number;
  readonly years: number;
  readonly tellings: number;
  /** How often each question is asked of each report, after once to warm up. */
  readonly rounds: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
}

export interface MeasuredQuestion {
  readonly query: ReportQuery;
  /** Of the first answer, which remembers what the later ones need not read. */
  readonly first: number;
  readonly seconds: readonly number[];
}

export interface MeasuredReport {
  readonly report: string;
  /** Of all questions and rounds, without the first answers. */
  readonly seconds: { readonly p50: number; readonly p95: number; readonly max: number };
  readonly questions: readonly MeasuredQuestion[];
}

/** One question to the product and to the peer, side by side. */
export interface PeerRound {
  readonly query: ReportQuery;
  readonly product: number;
  readonly peer: number;
  readonly ratio: number;
}

export interface ReportsMeasurement
  extends Environment, Omit<ReportsSettings, 'databaseUrl' | 'progress' | 'rounds'> {
  readonly rows: Readonly<Record<string, number>>;
  readonly secondsToKeepSheets: number;
  readonly reports: readonly MeasuredReport[];
  readonly peerRounds: readonly PeerRound[];
  /** Figures on which product and peer do not agree; empty when all is well. */
  readonly faults: readonly string[];
}

/** Makes the cases, then asks the reports one after the other, and the peer beside them. */
export async function measureReports(settings: ReportsSettings): Promise<ReportsMeasurement> {
  const { databaseUrl, progress, years, tellings, seed } = settings;
  const databases = new BenchDatabases(databaseUrl);
  try {
    const url = await databases.create();
    const cases = await prepareHistory({ ...settings, databaseUrl: url, present: PRESENT });
    progress(`${cases} cases made.`);
    const pool = createPool({ url, name: 'ledtid-bench' });
    try {
      const found = await new ReportsMeasuring(pool, settings).measure();
      return { ...(await describeEnvironment(url)), years, tellings, seed, cases, ...found };
    } finally {
      await pool.end();
    }
  } finally {
    await databases.dropAll();
  }
}

class ReportsMeasuring {
  private readonly reports: LeadTimeReports;

  constructor(
    private readonly pool: Pool,
    private readonly settings: ReportsSettings,
  ) {
    this.reports = new LeadTimeReports(pool, new TurnedTime(PRESENT), caseConfiguration(loadWorkflows()));
  }

  async measure() {
    const [secondsToKeepSheets] = await this.timed(() => new KeptSheets(this.pool).refresh());
    await this.pool.query('VACUUM ANALYZE');
    this.settings.progress(`Sheets kept in ${secondsToKeepSheets} s.`);
    const reports: MeasuredReport[] = [];
    for (const report of REPORTS) reports.push(await this.one(report));
    const { peerRounds, faults } = await this.besidePeer();
    return { rows: await this.rows(), secondsToKeepSheets, reports, peerRounds, faults };
  }

  private async one(report: string): Promise<MeasuredReport> {
    const questions: MeasuredQuestion[] = [];
    for (const query of questionsTo(report)) {
      const [first] = await this.ask(report, query);
      const seconds: number[] = [];
      for (let round = 0; round < this.settings.rounds; round += 1)
        seconds.push((await this.ask(report, query))[0]);
      questions.push({ query, first, seconds });
    }
    const all = questions.flatMap(({ seconds }) => seconds);
    const { p50, p95, max } = latencyOf(all.map((seconds) => seconds * 1000));
    const measured = { report, seconds: { p50: p50 / 1000, p95: p95 / 1000, max: max / 1000 }, questions };
    this.settings.progress(`${report}: p95 ${measured.seconds.p95} s of ${all.length} answers.`);
    return measured;
  }

  private async besidePeer(): Promise<Pick<ReportsMeasurement, 'peerRounds' | 'faults'>> {
    const peer = await Peer.load(this.pool);
    const faults: string[] = [];
    const peerRounds: PeerRound[] = [];
    try {
      for (const query of PEER_QUESTIONS) {
        const { from, to, ...others } = query;
        const period = from && to ? { from: startOfDay(from), to: startOfDay(to) } : {};
        const [peerSeconds, expected] = await this.timed(() => peer.stages({ ...others, ...period }));
        const [product, answer] = await this.ask('lead-time', query);
        faults.push(...differences(query, expected, answer.rows));
        peerRounds.push({ query, product, peer: peerSeconds, ratio: rounded(product / peerSeconds, 3) });
      }
    } finally {
      peer.close();
    }
    return { peerRounds, faults };
  }

  private ask(report: string, query: ReportQuery) {
    return this.timed(async () => {
      const answer = await this.reports.report(report as 'lead-time', query);
      if (isRefusal(answer)) throw new Error(`${report}: ${answer.refused.reason}`);
      return answer;
    });
  }

  private async timed<Result>(work: () => Promise<Result>): Promise<[seconds: number, result: Result]> {
    const began = performance.now();
    const result = await work();
    return [rounded((performance.now() - began) / 1000, 3), result];
  }

  private async rows(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of ['instance', 'span', 'ledger', 'clock_cycle', 'milestone', 'case_sheet']) {
      const { rows } = await this.pool.query<{ count: number }>(`SELECT count(*) AS count FROM ${table}`);
      counts[table] = rows[0]?.count ?? 0;
    }
    return counts;
  }
}

type ComparedRow = Pick<PeerRow, 'key' | 'n'> & {
  seconds: Record<'p50' | 'p75' | 'p90', number | null> & { sum: number };
};

/** Counts must be the same; durations to the millisecond, sums to a billionth. */
function differences(
  query: ReportQuery,
  expected: readonly PeerRow[],
  rows: readonly ComparedRow[],
): string[] {
  const closed = rows.filter(({ n }) => n > 0);
  const faults =
    expected.length === closed.length ? [] : [`${closed.length} rows and not ${expected.length}`];
  for (const { key, n, sum, ...quantiles } of expected) {
    const row = closed.find((one) => one.key === key);
    if (row?.n !== n) faults.push(`${key}: ${row?.n ?? 0} visits and not ${n}`);
    if (row === undefined) continue;
    if (Math.abs(row.seconds.sum / sum - 1) > 1e-9)
      faults.push(`${key}: sum ${row.seconds.sum} and not ${sum}`);
    for (const p of ['p50', 'p75', 'p90'] as const) {
      if (Math.abs((row.seconds[p] ?? 0) - quantiles[p]) > 0.001)
        faults.push(`${key}: ${p} ${row.seconds[p]}, not ${quantiles[p]}`);
    }
  }
  return faults.map((fault) => `${JSON.stringify(query)}: ${fault}`);
}
