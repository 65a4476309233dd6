import type { Instant } from '@ledtid/time';
import type { PoolClient } from 'pg';
import { overOwned, overReported, type FilteredStatement } from '../cases/reported';
import { filtersOf } from '../cases/wanted';
import { readWhole } from '../read-whole';
import { cursorAfter } from '../reports/list-page';
import type { CheckedQuery } from '../reports/query';
import type { ReportConfiguration, ReportKind } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { type FoundBreach, sheetOf, windowTimes, withDetails } from './breaches';
import { type CycleCell, clockFigures } from './clock-figures';
import { type ClockPeriod, clockPeriod } from './clock-period';
import type { ClockPart, ClockRow, ClocksBody, OwnClock } from './clocks';
import { CLOCKS_DEFINITION } from './definitions';
import { type CycleLife, monthsOf, runningAfter } from './running-by-month';

const cyclesBy = (name: string, clocks: 'clock' | 'own-clock'): string =>
  `, ${sqlFile(__dirname, clocks)}\n${sqlFile(__dirname, 'cycle')} ${sqlFile(__dirname, name)}`;
const overCycles = (name: string): FilteredStatement => overReported(cyclesBy(name, 'clock'));
const FIGURES = overCycles('figures');
const OWN_FIGURES = overOwned(cyclesBy('figures', 'own-clock'));
const RUNNING_BY_MONTH = overCycles('running-by-month');
const BREACHES = overCycles('breaches');

type Clocks = ReportConfiguration['clocks'];

/** Whether the law is kept: per clock what was met, breached, extended and runs, and every breach explained. */
export const CLOCKS_REPORT: ReportKind<ClocksBody> = {
  definition: CLOCKS_DEFINITION,
  dimensions: ['holder', 'month'],
  async make(client, query, now, { clocks }) {
    const period = clockPeriod(query, now);
    const rows = await clockRows(client, FIGURES, query, period, clocks);
    const total = rows.reduce((sum, { breached }) => sum + breached, 0);
    return { rows, breaches: { total, ...(await breachPage(client, query, period, now, clocks, total)) } };
  },
};

/** The clocks of a data holder's own instances, of all holders' where the query names none. */
export async function ownClocks(
  client: PoolClient,
  query: CheckedQuery,
  now: Instant,
  { clocks }: ReportConfiguration,
): Promise<OwnClock[]> {
  const rows = await clockRows(client, OWN_FIGURES, query, clockPeriod(query, now), clocks);
  return rows.map(({ key, clock, rows: _, ...figures }) => ({ key, clock, ...figures }));
}

async function clockRows(
  client: PoolClient,
  figures: FilteredStatement,
  query: CheckedQuery,
  period: ClockPeriod,
  clocks: Clocks,
): Promise<ClockRow[]> {
  const ofHolders = [...clocks.versions.keys()].filter((key) => clockOf(clocks, key)?.party === 'holder');
  // Cells are few, which the planner cannot know: it would sort all cycles, on disk, to count those that are alike, or
  // send them all to one process where sending costs it nothing.
  await client.query(
    `set local work_mem = '128MB'; set local enable_sort = off; set local parallel_tuple_cost = 0.1;
      set local timezone = 'Europe/Stockholm'`,
  );
  const { rows: cells } = await client.query<CycleCell>(figures(query.filters), [
    ...parametersOf(query, period),
    ...[period.today, query.by, ofHolders],
  ]);
  await client.query('set local timezone = UTC');
  const lives =
    query.by === 'month'
      ? await readWhole<CycleLife>(client, RUNNING_BY_MONTH(query.filters), parametersOf(query, period))
      : [];
  return [...new Set(cells.map(({ key }) => key))]
    .map((key) => {
      const own = cells.filter((cell) => cell.key === key);
      const ran = lives.filter((life) => life.key === key);
      const rows = query.by === 'month' ? monthParts(own, ran, query, period) : holderParts(own);
      return { key, clock: clockOf(clocks, key), ...clockFigures(own), rows };
    })
    .sort(worstFirst);
}

function holderParts(cells: readonly CycleCell[]): ClockPart[] {
  const holders = new Set(cells.flatMap(({ part }) => (part === null ? [] : [part])));
  return [...holders]
    .map((key) => ({ key, ...clockFigures(cells.filter(({ part }) => part === key)) }))
    .sort(worstFirst);
}

function monthParts(
  cells: readonly CycleCell[],
  lives: readonly CycleLife[],
  { from }: CheckedQuery,
  { lastDay }: ClockPeriod,
): ClockPart[] {
  return monthsOf(lives, from?.slice(0, 7) ?? null, lastDay.slice(0, 7)).map((key) => ({
    key,
    ...clockFigures(cells.filter(({ part }) => part === key)),
    ...runningAfter(lives, key),
  }));
}

async function breachPage(
  client: PoolClient,
  query: CheckedQuery,
  period: ClockPeriod,
  now: Instant,
  clocks: Clocks,
  total: number,
): Promise<Pick<ClocksBody['breaches'], 'items' | 'cursor'>> {
  const { limit, offset } = query.page;
  if (offset >= total) return { items: [], cursor: null };
  const page = [period.today, limit, offset];
  const found = await readWhole<FoundBreach>(client, BREACHES(query.filters), [
    ...parametersOf(query, period),
    ...page,
  ]);
  const rows = await withDetails(client, found, period.bound);
  const times = await windowTimes(client, rows, now);
  return {
    items: rows.map((breach, index) =>
      sheetOf(breach, clockOf(clocks, breach.clock), times[index] ?? [], query.namesCases),
    ),
    cursor: cursorAfter(query.page, total),
  };
}

function parametersOf({ filters }: CheckedQuery, period: ClockPeriod): unknown[] {
  const { begin, bound, lastDay, dayBefore } = period;
  return [filtersOf(filters), begin, bound, lastDay, dayBefore];
}

/** The newest version: a report speaks of a clock by the name that it has today. */
function clockOf({ versions }: Clocks, key: string): ClockRow['clock'] {
  const newest = versions.get(key)?.at(-1);
  if (newest === undefined) return null;
  const { name, party, source, length, extension } = newest;
  return { name, party, source, length, extension };
}

function worstFirst(one: ClockPart, other: ClockPart): number {
  return (
    other.daysOver.sum - one.daysOver.sum ||
    other.breached - one.breached ||
    other.overdue - one.overdue ||
    (one.key < other.key ? -1 : 1)
  );
}
