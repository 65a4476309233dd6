import type { Instant } from '@ledtid/time';
import type { PoolClient } from 'pg';
import { overFramed } from '../cases/framed';
import { filtersOf, overReported } from '../cases/reported';
import { readWhole } from '../read-whole';
import { horizonOf } from '../reports/horizon-of';
import { type CheckedQuery, periodBound } from '../reports/query';
import type { ReportKind } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { FLOW_DEFINITION } from './definitions';
import type { FlowBody } from './flow';
import { BACKLOG_WEEKS, type FlowCell, flowOf } from './flow-of';
import { flowOfStages } from './flow-of-stages';
import { flowPeriod } from './flow-period';

const BEGINNING = overReported(sqlFile(__dirname, 'beginning'));
const CASES = overFramed(sqlFile(__dirname, 'cases'));

const WEEK = 7 * 86_400_000;

/** What arrived, left and lay there, whole cases and each stage. */
export const FLOW: ReportKind<FlowBody> = {
  definition: FLOW_DEFINITION,
  dimensions: ['stage'],
  async make(client, query, now) {
    const { at: horizon, inclusive } = horizonOf(query.to, now);
    const at = Date.parse(horizon);
    const begin = await beginningOf(client, query, horizon);
    const period = flowPeriod(begin, Math.max(begin, at));
    const recent = at - BACKLOG_WEEKS * WEEK;
    const cases = await readWhole<FlowCell>(client, CASES, [
      ...[filtersOf(query.filters), Math.min(begin, recent)],
      ...[at, inclusive, period.bounds, recent],
    ]);
    const view = { period, horizon: { at, inclusive }, recent };
    return { cases: flowOf(cases, period), rows: await flowOfStages(client, query.filters, view) };
  },
};

/** The period's; without one, when the first case began. */
async function beginningOf(client: PoolClient, query: CheckedQuery, horizon: Instant): Promise<number> {
  const from = periodBound(query.from);
  if (from !== null) return Date.parse(from);
  const { rows } = await client.query<{ at: Instant | null }>(BEGINNING, [filtersOf(query.filters), horizon]);
  return Date.parse(rows[0]?.at ?? horizon);
}
