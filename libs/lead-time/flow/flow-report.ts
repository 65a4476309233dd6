import type { Instant } from '@ledtid/time';
import type { PoolClient } from 'pg';
import { overReported } from '../cases/reported';
import { filtersOf } from '../cases/wanted';
import { horizonOf } from '../reports/horizon-of';
import { type CheckedQuery, periodBound } from '../reports/query';
import type { ReportKind } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { FLOW_DEFINITION } from './definitions';
import type { FlowBody } from './flow';
import { BACKLOG_WEEKS } from './flow-of';
import { flowOfCases } from './flow-of-cases';
import { flowPeriod } from './flow-period';

const BEGINNING = overReported(sqlFile(__dirname, 'beginning'));

const WEEK = 7 * 86_400_000;

/** What arrived, left and lay there, whole cases and each stage. */
export const FLOW: ReportKind<FlowBody> = {
  definition: FLOW_DEFINITION,
  dimensions: ['stage'],
  async make(client, query, now, { remembered }) {
    const { at: horizon, inclusive } = horizonOf(query.to, now);
    const at = Date.parse(horizon);
    const begin = await beginningOf(client, query, horizon);
    const period = flowPeriod(begin, Math.max(begin, at));
    const recent = at - BACKLOG_WEEKS * WEEK;
    return flowOfCases(
      client,
      { filters: query.filters, remembered },
      { period, horizon: { at, inclusive }, recent },
    );
  },
};

/** The period's; without one, when the first case began. */
async function beginningOf(client: PoolClient, query: CheckedQuery, horizon: Instant): Promise<number> {
  const from = periodBound(query.from);
  if (from !== null) return Date.parse(from);
  const { rows } = await client.query<{ at: Instant | null }>(BEGINNING(query.filters), [
    filtersOf(query.filters),
    horizon,
  ]);
  return Date.parse(rows[0]?.at ?? horizon);
}
