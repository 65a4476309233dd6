import { type Instant } from '@ledtid/time';
import type { WorkflowRegistry } from '@ledtid/workflow';
import type { PoolClient } from 'pg';
import { overOwned } from '../cases/reported';
import { ownClocks } from '../clocks/clocks-report';
import { type QualityEvent, QualityCounter } from '../quality/count-quality';
import { type DeclaredEvent, declaredEvents, qualityEvents } from '../quality/events-of-trees';
import { ownQualityOf } from '../quality/quality-report';
import { refusal } from '../refusal';
import { boundOf, horizonOf } from '../reports/horizon-of';
import { type CheckedQuery, periodBound } from '../reports/query';
import type { ReportKind, ReportMeans } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { SMALLEST_GROUP } from '../suppression/suppress-table';
import { turnsOfTrees } from '../turns/turns-of-trees';
import { NO_TURNS, type TurnsOfTree } from '../turns/written-turns';
import { type BesideVisits, visitsWith } from '../visits/visits-with';
import { HOLDER_DEFINITION } from './definitions';
import { type HolderBody, OWN } from './holder';
import { waitingLeaves } from './part-of';
import { rowsOf } from './rows-of';
import { type TurnCell, timeOf } from './time-of';
import { TurnCounter, type TurnView } from './turn-counter';

const HOLDERS = sqlFile(__dirname, 'holders');

/** A data holder's own view: its time, the time that was not its own, and how others of its kind do. */
export const HOLDER: ReportKind<HolderBody> = {
  definition: HOLDER_DEFINITION,
  dimensions: ['stage'],
  refuse: ({ filters }) =>
    (filters.holder ?? '') === ''
      ? refusal('holder-not-named', 'This report is one data holder’s own.', 'Name the holder.')
      : null,
  async make(client, query, now, means) {
    const holder = query.filters.holder ?? '';
    const declared = declaredEvents(means.registry);
    const { turns, quality } = await counted(client, holder, query, now, means, declared);
    const cells = turns.turns();
    const time = timeOf(cells, turns.wall);
    const visits = turns.visitsTo(stagesOf(means.registry, cells));
    return {
      holder,
      instances: turns.countedInstances(),
      time,
      rows: rowsOf(visits, cells, time.seconds * 1000),
      quality: ownQualityOf(quality.finish(), declared),
      clocks: await ownClocks(client, query, now, means),
    };
  },
};

interface Counted {
  turns: TurnCounter;
  quality: QualityCounter;
}

/** Counts the holder's instances, and for the comparison those of every other by the same filters. */
async function counted(
  client: PoolClient,
  holder: string,
  { from, to, filters }: CheckedQuery,
  now: Instant,
  { registry, remembered }: ReportMeans,
  declared: readonly DeclaredEvent[],
): Promise<Counted> {
  const horizon = horizonOf(to, now);
  const begin = periodBound(from);
  const view: TurnView = {
    begin: begin === null ? -Infinity : Date.parse(begin),
    ...{ horizon: Date.parse(horizon.at), bound: Date.parse(boundOf(horizon)) },
  };
  const turns = new TurnCounter(holder, view, waitingLeaves(registry));
  const quality = new QualityCounter({ from: view.begin, until: view.bound });
  const seen = (await hasOthers(client, holder)) ? { ...filters, holder: null } : filters;
  const asked = { filters: seen, from: view.begin, until: view.bound, over: overOwned, remembered };
  await visitsWith(client, asked, turnsAndEvents(declared), (one, beside) => {
    const owner = one.tree.members[one.place]?.holder ?? '';
    turns.add(beside.turns, one.place, owner);
    if (owner === holder) quality.addCase(one, beside.events);
  });
  return { turns, quality };
}

/** Where there are too few others for a comparison, none is looked at. */
async function hasOthers(client: PoolClient, holder: string): Promise<boolean> {
  const { rows } = await client.query<{ enough: boolean }>(HOLDERS, [holder, SMALLEST_GROUP]);
  return rows[0]?.enough === true;
}

interface TurnsAndEvents {
  turns: TurnsOfTree;
  events: readonly QualityEvent[];
}

function turnsAndEvents(declared: readonly DeclaredEvent[]): BesideVisits<TurnsAndEvents> {
  const events = qualityEvents(declared);
  return {
    subject: 'turns and quality',
    async read(client, trees) {
      const turns = await turnsOfTrees(client, trees);
      const found = await events.read(client, trees);
      return new Map(
        [...turns].map(([rootId, ofTree]) => [
          rootId,
          { turns: ofTree, events: found.get(rootId) ?? events.nothing },
        ]),
      );
    },
    nothing: { turns: NO_TURNS, events: events.nothing },
    size: (value) => value.turns.turns.length + events.size(value.events),
  };
}

/** The stages that are for holders to work, and what else they were given a turn in. */
function stagesOf(registry: WorkflowRegistry, cells: readonly TurnCell[]): ReadonlySet<string> {
  const theirs = registry
    .all()
    .flatMap(({ stages }) => Object.entries(stages))
    .filter(([, { roles }]) => roles.includes('data_holder'))
    .map(([stage]) => stage);
  return new Set([...theirs, ...cells.filter(({ part }) => part === OWN).map(({ stage }) => stage)]);
}
