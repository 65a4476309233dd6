import type { Instant } from '@ledtid/time';
import type { WorkflowRegistry } from '@ledtid/workflow';
import type { PoolClient } from 'pg';
import { filtersOf, overOwned } from '../cases/reported';
import { ownClocks } from '../clocks/clocks-report';
import { DEPENDENCY_CAUSES } from '../path/dependency-causes';
import { ownQuality } from '../quality/quality-report';
import { refusal } from '../refusal';
import { boundOf, horizonOf } from '../reports/horizon-of';
import { type CheckedQuery, periodBound } from '../reports/query';
import type { ReportKind } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { SMALLEST_GROUP } from '../suppression/suppress-table';
import { HOLDER_DEFINITION } from './definitions';
import { type HolderBody, OWN } from './holder';
import { type StageVisits, rowsOf } from './rows-of';
import { type TurnCell, timeOf } from './time-of';

const TURNS = sqlFile(__dirname, 'turns');
const INSTANCES = overOwned(sqlFile(__dirname, 'instances'));
const TIME = overOwned(`, ${TURNS}\n${sqlFile(__dirname, 'time')}`);
const VISITS = overOwned(`, ${TURNS}\n${sqlFile(__dirname, 'visits')}`);
const HOLDERS = sqlFile(__dirname, 'holders');

type CountedInstances = HolderBody['instances'][number] & { milliseconds: number };

/** A data holder's own view: its time, the time that was not its own, and how others of its kind do. */
export const HOLDER: ReportKind<HolderBody> = {
  definition: HOLDER_DEFINITION,
  dimensions: ['stage'],
  refuse: ({ filters }) =>
    (filters.holder ?? '') === ''
      ? refusal('holder-not-named', 'This report is one data holder’s own.', 'Name the holder.')
      : null,
  async make(client, query, now, configuration) {
    const holder = query.filters.holder ?? '';
    const period = turnParameters(query, now, configuration.registry);
    // A hash of all visits to holders in 100,000 cases: in the default 4 MB it would go to disk. Groups are fewer than the
    // planner can know: it would sort all spans to find them.
    await client.query(`set local work_mem = '256MB'; set local enable_sort = off`);
    const counted = await countedInstances(client, query, period);
    const { rows: cells } = await client.query<TurnCell>(TIME, [filtersOf(query.filters), ...period]);
    const visits = await visitsOf(client, query, period, stagesOf(configuration.registry, cells));
    const time = timeOf(
      cells,
      counted.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    );
    return {
      holder,
      instances: counted.map(({ workflow, n, open }) => ({ workflow, n, open })),
      time,
      rows: rowsOf(visits, cells, time.seconds * 1000),
      quality: await ownQuality(client, query, now, configuration),
      clocks: await ownClocks(client, query, now, configuration),
    };
  },
};

/** The parameters of sql/turns.sql after the filters. */
type TurnParameters = [
  ...period: [begin: Instant | null, bound: Instant, horizon: Instant],
  ...waits: [causes: string[], leaves: string[]],
];

function turnParameters(
  { from, to }: CheckedQuery,
  now: Instant,
  registry: WorkflowRegistry,
): TurnParameters {
  const horizon = horizonOf(to, now);
  const leaves = registry.all().flatMap((workflow) => [...workflow.leaves.values()]);
  const waits = leaves.filter(({ meta }) => meta.cause !== undefined && DEPENDENCY_CAUSES.has(meta.cause));
  return [
    periodBound(from),
    boundOf(horizon),
    horizon.at,
    [...DEPENDENCY_CAUSES],
    waits.map(({ path }) => path),
  ];
}

async function countedInstances(
  client: PoolClient,
  { filters }: CheckedQuery,
  [begin, bound, horizon]: TurnParameters,
): Promise<CountedInstances[]> {
  const values = [filtersOf(filters), begin, bound, horizon];
  return (await client.query<CountedInstances>(INSTANCES, values)).rows;
}

/** Of every holder, by the same filters, for the comparison; of this one alone where there are too few others for it. */
async function visitsOf(
  client: PoolClient,
  { filters }: CheckedQuery,
  period: TurnParameters,
  stages: readonly string[],
): Promise<StageVisits[]> {
  const { rows } = await client.query<{ enough: boolean }>(HOLDERS, [filters.holder, SMALLEST_GROUP]);
  const seen = rows[0]?.enough === true ? { ...filters, holder: null } : filters;
  const values = [filtersOf(seen), ...period, stages, filters.holder];
  return (await client.query<StageVisits>(VISITS, values)).rows;
}

/** The stages that are for holders to work, and what else they were given a turn in. */
function stagesOf(registry: WorkflowRegistry, cells: readonly TurnCell[]): string[] {
  const theirs = registry
    .all()
    .flatMap(({ stages }) => Object.entries(stages))
    .filter(([, { roles }]) => roles.includes('data_holder'))
    .map(([stage]) => stage);
  return [...new Set([...theirs, ...cells.filter(({ part }) => part === OWN).map(({ stage }) => stage)])];
}
