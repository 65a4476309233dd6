import type { PoolClient } from 'pg';
import { sqlFile } from '../sql-file';
import { type VisitsAsked, visitsOfReport } from '../visits/visits-of-report';
import type { FlowBody } from './flow';
import { type CutVisit, FlowCounter } from './flow-counter';
import type { LagCount } from './lag-of';
import type { FlowView } from './stage-tally';

const LAGS = sqlFile(__dirname, 'recording-lags');

/** What arrived, left and lay there: whole cases, and each stage by key. */
export async function flowOfCases(
  client: PoolClient,
  { filters, remembered }: Pick<VisitsAsked, 'filters' | 'remembered'>,
  view: FlowView,
): Promise<FlowBody> {
  const counter = new FlowCounter(view);
  const asked = { filters, remembered, from: counter.since, until: view.horizon.at };
  await visitsOfReport(client, asked, (one) => counter.addCase(one));
  for (const { key, seconds, spans } of await lagsOf(client, counter.cut, view))
    counter.stage(key).addLag(seconds, spans);
  return counter.finish();
}

async function lagsOf(
  client: PoolClient,
  cut: readonly CutVisit[],
  { period, horizon }: FlowView,
): Promise<(LagCount & { key: string })[]> {
  if (cut.length === 0) return [];
  const { rows } = await client.query<LagCount & { key: string }>(LAGS, [
    ...(['instanceId', 'region', 'stage', 'opened', 'closed'] as const).map((name) =>
      cut.map(({ [name]: value }) => value),
    ),
    ...[period.begin, horizon.at],
  ]);
  return rows;
}
