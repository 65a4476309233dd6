import { TurnedTime } from '@ledtid/time';
import { configurationOf } from '../../../test/support/memory-family';
import { FactRows } from '../../../test/support/fact-rows';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { type Golden, historyOf, readGoldens } from '../golden/read-golden';
import { idOf, writeHistory } from '../golden/write-history';
import { LeadTimeReports } from '../lead-time-reports';
import { isRefusal } from '../refusal';
import type { AnyReport } from '../report-kinds';
import { CLOCKS } from '../reports/case-figures';
import type { ReportQuery } from '../reports/query';
import { DIMENSIONS, type Report } from '../reports/report';
import { KeptSheets } from './kept-sheets';

let database: TestDatabase;
let kept: KeptSheets;

const time = new TurnedTime('2026-08-01T00:00:00.000Z');
const goldens = readGoldens();

beforeAll(async () => {
  database = await createTestDatabase();
  kept = new KeptSheets(database.pool);
  for (const [index, golden] of goldens.entries()) {
    await writeHistory(database.pool, historyOf(golden), index + 1);
  }
});
afterAll(() => database.drop());
beforeEach(() => kept.clear());

async function answer(name: string, query: ReportQuery): Promise<AnyReport> {
  const report = await new LeadTimeReports(database.pool, time, configurationOf([])).report(name, query);
  if (isRefusal(report)) throw new Error(report.refused.reason);
  return report;
}

async function ask(clock: (typeof CLOCKS)[number], query: ReportQuery): Promise<Report> {
  return (await answer(clock, query)) as Report;
}

/** Whole years, and periods that cut cases in two. */
const PERIODS: ReportQuery[] = [
  {},
  { to: '2026-04-15' },
  { from: '2026-03-10' },
  { from: '2026-03-12', to: '2026-05-01' },
  { workflow: 'child' },
  { holder: 'north', from: '2026-03-02' },
];
/** The same for the report of a holder, which must be told whose it is. */
const periodsOf = (name: string): ReportQuery[] =>
  name === 'holder' ? PERIODS.map((query) => ({ ...query, holder: 'north' })) : PERIODS;
const QUERIES = PERIODS.flatMap((query) => DIMENSIONS.map((by) => ({ ...query, by })));

const seedOf = (golden: Golden): number => goldens.indexOf(golden) + 1;
const closed = goldens.filter(({ instances }) => instances.case?.ended !== undefined);
const stored = (): Promise<{ rows: { sheets: number }[] }> =>
  database.pool.query('select count(*)::int as sheets from case_sheet');

test.each(CLOCKS)('kept sheets change no figure of %s, whatever the period and the rows', async (clock) => {
  const before = [];
  for (const query of QUERIES) before.push(await ask(clock, query));
  expect(await kept.refresh()).toBe(goldens.length);
  expect((await stored()).rows[0]!.sheets).toBeGreaterThan(closed.length * DIMENSIONS.length);
  for (const [index, query] of QUERIES.entries()) expect(await ask(clock, query)).toEqual(before[index]);
});

test.each(['flow', 'quality', 'holder'])(
  'kept visits change no figure of %s, whatever the period',
  async (name) => {
    const queries = periodsOf(name);
    const before = [];
    for (const query of queries) before.push(await answer(name, query));
    expect(before[0]).not.toMatchObject({ rows: [] });
    await kept.refresh();
    for (const [index, query] of queries.entries()) expect(await answer(name, query)).toEqual(before[index]);
    const { rows } = await database.pool.query('update case_visits set visits = $1 returning 1', [
      JSON.stringify([0, 0]),
    ]);
    expect(rows.length).toBeGreaterThan(closed.length);
    await database.pool.query(`update case_turns set turns = '[0]'`);
    expect(await answer(name, queries[0]!)).toMatchObject({ rows: [] });
  },
);

test('what is kept is read, until its case has another event', async () => {
  const id = idOf('case', seedOf(closed[0]!));
  const right = await ask('lead-time', { case: id });
  await kept.refresh();
  await database.pool.query(
    `update case_sheet set words = jsonb_set(words::jsonb, '{keys,0}', '"lost"')::text where case_id = $1`,
    [id],
  );
  expect((await ask('lead-time', { case: id })).rows.map(({ key }) => key)).toContain('lost');
  await database.pool.query('update instance set version = version + 1 where id = $1', [id]);
  expect(await ask('lead-time', { case: id })).toEqual(right);
  expect(await kept.refresh()).toBe(1);
  expect(await ask('lead-time', { case: id })).toEqual(right);
});

test.each([...CLOCKS, 'flow', 'quality', 'holder'])(
  'what is remembered changes no figure of %s',
  async (name) => {
    const queries = (CLOCKS as readonly string[]).includes(name) ? QUERIES : periodsOf(name);
    await kept.refresh();
    const reports = new LeadTimeReports(database.pool, time, configurationOf([]));
    const right = [];
    for (const query of queries) right.push(await answer(name, query));
    for (const [index, query] of queries.entries())
      expect(await reports.report(name, query)).toEqual(right[index]);
    // Half of what is kept is in other rows now, and only the rest is remembered.
    const again = `set reckoning = reckoning where root_id::text > '5'`;
    await database.pool.query(`update case_history ${again}`);
    await database.pool.query(`update case_visits set began = began where root_id::text < '5'`);
    await database.pool.query(`update case_sheet set reckoning = reckoning where case_id::text < '7'`);
    for (const [index, query] of queries.entries())
      expect(await reports.report(name, query)).toEqual(right[index]);
  },
);

test.each(['flow', 'quality'])('what %s remembers is read again when it is kept anew', async (name) => {
  await kept.refresh();
  const reports = new LeadTimeReports(database.pool, time, configurationOf([]));
  const right = await reports.report(name, {});
  await database.pool.query(`update case_visits set visits = '[0, 0]'`);
  expect(await reports.report(name, {})).not.toEqual(right);
});

test.each([
  ['a past period cuts', { from: '2026-03-12', to: '2026-05-01' }],
  ['goes on', {}],
])('a case that %s is told from its history as it is kept now', async (_, query: ReportQuery) => {
  const reports = new LeadTimeReports(database.pool, time, configurationOf([]));
  await kept.refresh();
  const right = await reports.report('lead-time', query);
  expect(await reports.report('lead-time', query)).toEqual(right);
  // As if rebuilt without an event: the version stays, the facts do not.
  await database.pool.query(
    `update case_history set history = replace(history::text, '"extraction"', '"seen"')::json`,
  );
  expect(await reports.report('lead-time', query)).not.toEqual(right);
});

test('a case that goes on goes on as time passes, though its history is remembered', async () => {
  await kept.refresh();
  const turned = new TurnedTime('2026-08-01T00:00:00.000Z');
  const remembering = new LeadTimeReports(database.pool, turned, configurationOf([]));
  const before = await remembering.report('lead-time', {});
  turned.turnTo('2026-08-02T00:00:00.000Z');
  const after = await remembering.report('lead-time', {});
  expect(after).not.toEqual(before);
  const fresh = new LeadTimeReports(database.pool, turned, configurationOf([]));
  expect(after).toEqual(await fresh.report('lead-time', {}));
});

test('a refresh does no more than it may, and the next one goes on', async () => {
  expect(await kept.refresh({ atMost: 3 })).toBe(3);
  expect(await kept.refresh()).toBe(goldens.length - 3);
  expect(await kept.refresh()).toBe(0);
});

test('two that refresh at once do not disturb each other', async () => {
  await Promise.all([kept.refresh(), kept.refresh()]);
  expect(await kept.refresh()).toBe(0);
});

test('a case that goes on, or of which something goes on, is not kept as settled', async () => {
  await kept.refresh();
  const open = goldens
    .filter((golden) => !closed.includes(golden))
    .map((golden) => idOf('case', seedOf(golden)));
  expect(open.length).toBeGreaterThan(3);
  const { rows } = await database.pool.query('select 1 from case_sheet where case_id = any($1)', [open]);
  expect(rows).toEqual([]);
});

test('a tree in which something was just registered can wait until it is quiet', async () => {
  const facts = new FactRows(database.pool);
  await facts.instance({ id: 1 });
  await facts.event({ of: 1, number: 1, type: 'SUBMIT', at: '2026-07-31T08:00:00.000Z' });
  expect(await kept.refresh({ quietSince: '2026-07-31T08:00:00.000Z' })).toBe(goldens.length);
  expect(await kept.refresh({ quietSince: '2026-07-31T08:00:00.001Z' })).toBe(1);
});
