import { type Instant, toInstant } from '@ledtid/time';
import type { PoolClient } from 'pg';
import { overFramed } from '../cases/framed';
import { filtersOf, overReported } from '../cases/reported';
import { horizonOf } from '../reports/horizon-of';
import { type CheckedQuery, periodBound } from '../reports/query';
import type { ReportKind } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { FLOW_DEFINITION } from './definitions';
import type { FlowBody, StageFlow } from './flow';
import { BACKLOG_WEEKS, type FlowCell, flowOf, sumOf } from './flow-of';
import { type FlowPeriod, flowPeriod } from './flow-period';
import { type LagCount, lagOf } from './lag-of';

const BEGINNING = overReported(sqlFile(__dirname, 'beginning'));
const CELLS = sqlFile(__dirname, 'cells');
const CASES = overFramed(`, ${sqlFile(__dirname, 'cases')}\n${CELLS}`);
const VISITS = overReported(`, ${sqlFile(__dirname, 'visits')}\n${CELLS}`);
const LAGS = overReported(sqlFile(__dirname, 'recording-lags'));

const WEEK = 7 * 86_400_000;

type Keyed<Part> = Part & { key: string };

/** What arrived, left and lay there, whole cases and each stage. */
export const FLOW: ReportKind<FlowBody> = {
  definition: FLOW_DEFINITION,
  dimensions: ['stage'],
  async make(client, query, now) {
    const horizon = horizonOf(query.to, now);
    const begin = await beginningOf(client, query, horizon.at);
    const period = flowPeriod(begin, Math.max(begin, Date.parse(horizon.at)));
    const filters = filtersOf(query.filters);
    const recent = toInstant(Date.parse(horizon.at) - BACKLOG_WEEKS * WEEK);
    const [first = horizon.at] = period.bounds;
    const since = first < recent ? first : recent;
    // A hash of all visits of 100,000 cases: in the default 4 MB it would go to disk.
    await client.query(`set local work_mem = '256MB'; set local jit = off`);
    const scope = [filters, since, horizon.at, horizon.inclusive, period.bounds, recent];
    const cases = await client.query<FlowCell>(CASES, scope);
    const cells = await client.query<Keyed<FlowCell>>(VISITS, scope);
    const lags = await client.query<Keyed<LagCount>>(LAGS, [filters, first, horizon.at]);
    return {
      cases: flowOf(cases.rows, period),
      rows: rowsOf(byKey(cells.rows), byKey(lags.rows), period),
    };
  },
};

/** The period's; without one, when the first case began. */
async function beginningOf(client: PoolClient, query: CheckedQuery, horizon: Instant): Promise<number> {
  const from = periodBound(query.from);
  if (from !== null) return Date.parse(from);
  const { rows } = await client.query<{ at: Instant | null }>(BEGINNING, [filtersOf(query.filters), horizon]);
  return Date.parse(rows[0]?.at ?? horizon);
}

function rowsOf(
  cells: ReadonlyMap<string, FlowCell[]>,
  lags: ReadonlyMap<string, LagCount[]>,
  period: FlowPeriod,
): StageFlow[] {
  return [...cells].sort(byName).map(([key, own]) => {
    const arrived = own.filter((cell) => cell.arrived > 0);
    return {
      ...{ key, ...flowOf(own, period) },
      ...{ reEntries: sumOf(arrived, 'again'), handOffs: sumOf(own, 'handOffs') },
      recordingLag: lagOf(lags.get(key) ?? []),
    };
  });
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function byKey<Part>(rows: readonly Keyed<Part>[]): Map<string, Part[]> {
  const groups = new Map<string, Part[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group === undefined) groups.set(row.key, [row]);
    else group.push(row);
  }
  return groups;
}
