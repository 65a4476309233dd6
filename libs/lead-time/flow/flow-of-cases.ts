import type { PoolClient } from 'pg';
import type { CaseFilters } from '../cases/reported';
import { sqlFile } from '../sql-file';
import { visitsOfReport } from '../visits/visits-of-report';
import { type StageVisit, visitsIn, wholeCase } from '../visits/written-visits';
import type { FlowBody, StageFlow } from './flow';
import { type FlowCell, flowOf, sumOf } from './flow-of';
import { type LagCount, lagOf } from './lag-of';
import { type FlowView, StageTally } from './stage-tally';

const LAGS = sqlFile(__dirname, 'recording-lags');

/** What arrived, left and lay there: whole cases, and each stage by key. */
export async function flowOfCases(
  client: PoolClient,
  filters: CaseFilters,
  view: FlowView,
): Promise<FlowBody> {
  const cases = new StageTally(view);
  const stages = new Map<string, StageTally>();
  const tallyOf = (stage: string): StageTally => {
    let tally = stages.get(stage);
    if (tally === undefined) stages.set(stage, (tally = new StageTally(view)));
    return tally;
  };
  const cut: StageVisit[] = [];
  const { period, horizon, recent } = view;
  const since = Math.min(period.begin, recent);
  const isSeen = ({ started, ended }: Pick<StageVisit, 'started' | 'ended'>): boolean =>
    started < horizon.at && (ended === null || ended >= since);
  for await (const tree of visitsOfReport(client, filters, { from: since, until: horizon.at })) {
    const whole = wholeCase(tree);
    if (isSeen(whole)) cases.add({ ...whole, number: 1, handed: [] });
    for (const visit of visitsIn(tree)) {
      const { stage, started, last } = visit;
      if (!isSeen(visit)) continue;
      const tally = tallyOf(stage);
      tally.add(visit);
      if (started >= period.begin && last < horizon.at) addLags(tally, visit);
      else if (last >= period.begin) cut.push(visit);
    }
  }
  for (const { key, seconds, spans } of await lagsOf(client, cut, view)) tallyOf(key).addLag(seconds, spans);
  const rows = [...stages].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    cases: flowOf(cases.finish().cells, period),
    rows: rows.map(([key, tally]) => rowOf(key, tally, view)),
  };
}

function addLags(tally: StageTally, { spans, late }: StageVisit): void {
  tally.addLag(0, spans - late.length);
  for (const seconds of late) tally.addLag(seconds, 1);
}

async function lagsOf(
  client: PoolClient,
  cut: readonly StageVisit[],
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

function rowOf(key: string, tally: StageTally, { period }: FlowView): StageFlow {
  const { cells, lags } = tally.finish();
  const arrived = cells.filter((cell: FlowCell) => cell.arrived > 0);
  return {
    ...{ key, ...flowOf(cells, period) },
    ...{ reEntries: sumOf(arrived, 'again'), handOffs: sumOf(cells, 'handOffs'), recordingLag: lagOf(lags) },
  };
}
