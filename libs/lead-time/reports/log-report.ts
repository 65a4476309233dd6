import type { Pool, PoolClient } from 'pg';
import { type Refusal, refusal } from '../refusal';
import { sqlFile } from '../sql-file';
import { inSnapshot } from './in-snapshot';
import { type CheckedQuery, periodBound } from './query';
import { type Report, type Row, WHOLE, noOutcomes } from './report';

const VISITS = sqlFile(__dirname, 'log-visits');
const CASES = sqlFile(__dirname, 'log-cases');
const FIGURES = sqlFile(__dirname, 'log-figures');
const CASES_IN_PERIOD = sqlFile(__dirname, 'log-cases-in-period');

interface Figures {
  key: string;
  n: number;
  percentiles: [number, number, number];
  max: number;
  mean: number;
  sum: number;
  waiting: number;
  censored50: number | null;
  censored75: number | null;
  censored90: number | null;
}

/** What a log says of itself; the frame around it is the caller's. */
export type LogBody = Pick<
  Report,
  'outcomes' | 'total' | 'milestones' | 'accessBy' | 'incidence' | 'rows'
> & {
  cases: number;
  open: number;
};

/** `lead-time` over an imported log: a row is an activity (or a month), and nothing is open. */
export async function logReport(pool: Pool, name: string, query: CheckedQuery): Promise<LogBody | Refusal> {
  if (query.by !== 'stage' && query.by !== 'month') return notInLog(query.by);
  const [filtered] = Object.entries(query.filters).find(([, value]) => value !== null) ?? [];
  if (filtered !== undefined) return notInLog(filtered);
  return inSnapshot(pool, async (client) => {
    const found = await client.query<{ id: string }>('select id from event_log where name = $1', [name]);
    const id = found.rows[0]?.id;
    return id === undefined ? unknownLog(name) : body(client, id, query);
  });
}

async function body(client: PoolClient, id: string, query: CheckedQuery): Promise<LogBody> {
  const period = [id, periodBound(query.from), periodBound(query.to)];
  const figures = async (source: string, by: string): Promise<Figures[]> => {
    const { rows } = await client.query<Figures>(`with visit as (${source}) ${FIGURES}`, [...period, by]);
    return rows;
  };
  const visits = await figures(VISITS, query.by);
  const [whole] = await figures(CASES, 'stage');
  const counted = await client.query<{ cases: number }>(CASES_IN_PERIOD, period);
  const sum = visits.reduce((total, { sum: part }) => total + part, 0);
  const waiting = visits.reduce((total, row) => total + row.waiting, 0);
  return {
    ...{ cases: counted.rows[0]?.cases ?? 0, open: 0, outcomes: noOutcomes() },
    total: toRow({ ...(whole ?? nothing(WHOLE)), waiting }, { contributed: sum, assigned: sum, whole: sum }),
    milestones: { firstPart: null, receipt: null, ethicsToSubmission: null, fromCovering: null },
    // A log does not tell with what a case ended.
    ...{ accessBy: null, incidence: null },
    rows: visits
      .map((row) => toRow(row, { contributed: row.sum, assigned: row.sum, whole: sum }))
      .sort((a, b) => b.contributed.seconds - a.contributed.seconds || (a.key < b.key ? -1 : 1)),
  };
}

function toRow(figures: Figures, time: { contributed: number; assigned: number; whole: number }): Row {
  const [p50, p75, p90] = figures.percentiles;
  const { key, n, max, mean, sum, waiting, censored50, censored75, censored90 } = figures;
  return {
    ...{ key, n, open: 0 },
    seconds:
      n === 0
        ? { p50: null, p75: null, p90: null, max: null, mean: null, sum }
        : { p50, p75, p90, max, mean, sum },
    censored: { p50: censored50, p75: censored75, p90: censored90 },
    ...{ waiting, assigned: time.assigned, paused: 0, idle: 0, causes: {} },
    contributed: { seconds: time.contributed, share: time.whole === 0 ? 0 : time.contributed / time.whole },
    // The visits of a log follow each other, so a case would have ended earlier by all they took.
    removable: time.contributed,
    excess: null,
    target: null,
  };
}

function nothing(key: string): Figures {
  const none = { censored50: null, censored75: null, censored90: null };
  return { key, n: 0, percentiles: [0, 0, 0], max: 0, mean: 0, sum: 0, waiting: 0, ...none };
}

export function unknownLog(name: string): Refusal {
  return refusal(
    'unknown-log',
    `No log "${name}" has been imported.`,
    'Import it with import-log FILE --name NAME.',
  );
}

function notInLog(what: string): Refusal {
  return refusal(
    'not-in-log',
    `An imported log does not tell ${what}.`,
    'Ask for its rows by stage (its activities) or month, without filters but the period.',
  );
}
