import { TurnedTime } from '@ledtid/time';
import { configurationOf } from '../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';
import type { CaseHistory } from './cases/case-history';
import { factsOf, historyOf, readGoldens } from './golden/read-golden';
import { idOf, writeHistory } from './golden/write-history';
import { LeadTimeReports } from './lead-time-reports';
import { isRefusal } from './refusal';
import type { CasesBehind } from './reports/cases-behind';
import type { Report } from './reports/report';

const NOW = '2026-08-01T00:00:00.000Z';
const time = new TurnedTime(NOW);

let database: TestDatabase;
let reports: LeadTimeReports;

beforeAll(async () => {
  database = await createTestDatabase();
  reports = new LeadTimeReports(database.pool, time, configurationOf([]));
});
afterAll(() => database.drop());
afterEach(async () => {
  time.turnTo(NOW);
  await database.pool.query('truncate instance, span, milestone');
});

/** Writes a golden history into the fact tables. */
const write = (history: CaseHistory, seed = 1): Promise<void> => writeHistory(database.pool, history, seed);

async function ask(name: Report['report'], query = {}): Promise<Report> {
  const report = await reports.report(name, query);
  if (isRefusal(report)) throw new Error(report.refused.reason);
  return report;
}

async function behind(name: Report['report'], key: string, query = {}): Promise<CasesBehind> {
  const answer = await reports.casesBehind(name, key, query);
  if (isRefusal(answer)) throw new Error(answer.refused.reason);
  return answer;
}

const goldens = readGoldens();

function golden(part: string) {
  const found = goldens.find(({ name }) => name.includes(part));
  if (found === undefined) throw new Error(`No golden history is named ${part}.`);
  return found;
}

describe('Reports over cases', () => {
  // Periods of the golden histories are moments; those asked for here are days. Idle time needs the ledger.
  const whole = goldens.filter(({ from, name }) => from === undefined && !name.includes('at rest'));

  it.each(whole.map((one) => [one.name, one] as const))(
    'say of the tables what is true of %s',
    async (_name, one) => {
      time.turnTo(new Date(Date.parse('2026-03-02T08:00:00.000Z') + one.now * 86_400_000).toISOString());
      await write(historyOf(one));
      const report = await ask(one.clock, { by: one.by });
      const { cases, open } = report.cohort;
      expect(factsOf({ ...report, cases, open }, one.expect)).toEqual(one.expect);
    },
  );

  it('give every field of the contract, null where it is not told yet', async () => {
    await write(historyOf(golden('the legal one slower')));
    const report = await ask('after-ethics');
    expect(Object.keys(report)).toEqual([
      'report',
      'definition',
      'refreshedAt',
      'method',
      'error',
      'cohort',
      'outcomes',
      'total',
      'milestones',
      'accessBy',
      'incidence',
      'rows',
      'story',
    ]);
    expect(report).toMatchObject({
      method: 'exact',
      error: 0,
      refreshedAt: NOW,
      accessBy: null,
      incidence: null,
    });
    expect(report.total).toMatchObject({ n: 0, excess: null, target: null, seconds: { p50: null, sum: 0 } });
    const { rows } = await ask('lead-time');
    expect(Object.keys(rows[0]!)).toEqual([
      'key',
      'n',
      'open',
      'seconds',
      'censored',
      'waiting',
      'assigned',
      'paused',
      'idle',
      'causes',
      'contributed',
      'removable',
      'excess',
      'target',
    ]);
  });

  it('add cases up, and rank rows by what they contributed', async () => {
    await write(historyOf(golden('the legal one slower')), 1);
    await write(historyOf(golden('the technical one slower')), 2);
    const { total, rows, cohort } = await ask('lead-time');
    expect(cohort.cases).toBe(2);
    expect(total.seconds.sum).toBe(51 * 86_400);
    expect(rows[0]!.contributed.seconds).toBeGreaterThanOrEqual(rows[1]!.contributed.seconds);
    expect(rows.reduce((sum, { contributed }) => sum + contributed.share, 0)).toBeCloseTo(1, 12);
  });

  it('give the share of all cases with access by a day, as far as cases were seen', async () => {
    await write(historyOf(golden('the legal one slower')), 1);
    await write(historyOf(golden('withdrawn')), 2);
    const { accessBy, incidence } = await ask('lead-time');
    // Both have ended, one of the two with access, long before day 90.
    expect(accessBy).toEqual({ '90': 0.5, '180': 0.5, '365': 0.5 });
    expect(incidence).toMatchObject({ access: accessBy, withdrawn: accessBy, refused: { '90': 0 } });
    // In the days before either was submitted no case was at risk.
    const before = await ask('lead-time', { from: '2026-01-01', to: '2026-02-01' });
    expect([before.accessBy, before.incidence]).toEqual([null, null]);
  });

  it('find idle time by the events of the ledger', async () => {
    const seed = 77;
    await write(historyOf(golden('at rest')), seed);
    const event = (number: number, at: string): Promise<unknown> =>
      database.pool.query(
        `insert into ledger (instance_id, number, type, actor, occurred_at, recorded_at, workflow_version, regions,
           form_changed, record, previous_hash, hash)
         values ($1, $2, 'NOTE', 'cecilia', $3, $3, 1, '{}', false, '{}', '', '')`,
        [idOf('case', seed), number, at],
      );
    await event(1, '2026-03-02T08:00:00.000Z');
    expect((await ask('lead-time')).rows[0]!.idle).toBe(2.375 * 86_400);
    // Somebody did something on Monday 9 March: five working days later the case had long moved on.
    await event(2, '2026-03-09T10:00:00.000Z');
    expect((await ask('lead-time')).rows[0]!.idle).toBe(0);
  });

  it('list the cases behind a row, the largest contribution first, which add up to it', async () => {
    await write(historyOf(golden('the legal one slower')), 1);
    await write(historyOf(golden('the technical one slower')), 2);
    await write(historyOf(golden('withdrawn')), 3);
    const { rows, total, cohort } = await ask('lead-time');
    const sum = (items: CasesBehind['items'], of: 'n' | 'open' | 'seconds' | 'contributed' | 'removable') =>
      items.reduce((all, item) => all + item[of], 0);
    for (const row of [...rows, total]) {
      const { items, cursor } = await behind('lead-time', row.key);
      expect(cursor).toBeNull();
      expect(sum(items, 'n')).toBe(row.n);
      expect(sum(items, 'open')).toBe(row.open);
      expect(sum(items, 'seconds')).toBeCloseTo(row.seconds.sum, 6);
      expect(sum(items, 'contributed')).toBeCloseTo(row.contributed.seconds, 6);
      expect(sum(items, 'removable')).toBeCloseTo(row.removable, 6);
      const contributed = items.map((item) => item.contributed);
      expect(contributed).toEqual([...contributed].sort((one, other) => other - one));
    }
    expect((await behind('lead-time', 'total')).items).toHaveLength(cohort.cases);
    expect(await behind('lead-time', 'no-such-row')).toEqual({ items: [], cursor: null });
  });

  it('list the cases behind a row page by page, each once', async () => {
    for (const seed of [1, 2, 3]) await write(historyOf(golden('the legal one slower')), seed);
    const all = (await behind('lead-time', 'total')).items;
    const first = await behind('lead-time', 'total', { limit: 2 });
    const second = await behind('lead-time', 'total', { limit: 2, cursor: first.cursor ?? '' });
    expect([...first.items, ...second.items]).toEqual(all);
    expect([first.items.length, second.items.length, second.cursor]).toEqual([2, 1, null]);
  });

  it.each([
    ['forecast', {}, 'report-not-available'],
    ['flow', {}, 'no-cases-behind'],
    ['lead-time', { log: 'nothing' }, 'not-in-log'],
    ['lead-time', { purpose: '53-1-x' }, 'unknown-filter-value'],
    ['lead-time', { limit: 0 }, 'bad-page'],
  ])('refuse the cases behind a row of %s %j as %s', async (name, query, code) => {
    expect(await reports.casesBehind(name, 'total', query)).toMatchObject({ refused: { code } });
  });

  it('keep to the cases of a holder, of a workflow, and of a period', async () => {
    await write(historyOf(golden('a release that waits for another one')), 1);
    await write(historyOf(golden('sent back from decision')), 2);
    expect((await ask('lead-time', { holder: 'south' })).cohort.cases).toBe(1);
    expect((await ask('lead-time', { holder: 'nowhere' })).cohort.cases).toBe(0);
    expect((await ask('lead-time', { workflow: 'access-application' })).cohort.cases).toBe(2);
    // The releases are cases by themselves, from their own beginning to their own access.
    const releases = await ask('lead-time', { workflow: 'release' });
    expect(releases.total).toMatchObject({ n: 2, seconds: { sum: 125 * 86_400, max: 75 * 86_400 } });
    const april = await ask('lead-time', { from: '2026-04-01', to: '2026-05-01' });
    expect(april.cohort).toEqual({ from: '2026-04-01', to: '2026-05-01', cases: 1, open: 1 });
    expect(april.total.contributed.seconds).toBe(30 * 86_400);
  });

  it('keep to one case, by its id or its registration number', async () => {
    await write(historyOf(golden('the legal one slower')), 1);
    await write(historyOf(golden('the technical one slower')), 2);
    const [first, second] = [idOf('case', 1), idOf('case', 2)];
    await database.pool.query("update instance set registration_number = '2026-00002' where id = $1", [
      second,
    ]);
    const whole = (await ask('lead-time')).total.seconds.sum;
    const one = await ask('lead-time', { case: first });
    const two = await ask('lead-time', { case: '2026-00002' });
    expect([one.cohort.cases, two.cohort.cases]).toEqual([1, 1]);
    expect(one.total.seconds.sum + two.total.seconds.sum).toBe(whole);
    expect((await ask('lead-time', { case: '2026-00003' })).cohort.cases).toBe(0);
  });

  it('print their definition in the language asked for', async () => {
    expect((await ask('lead-time', { language: 'sv' })).definition).toContain('åtkomst');
    expect((await ask('lead-time')).definition).toContain('access');
  });

  it.each([
    ['lead-times', {}, 'unknown-report'],
    ['forecast', {}, 'report-not-available'],
    ['lead-time', { from: '2026-13-01' }, 'bad-period'],
    ['lead-time', { from: '2026-02-01', to: '2026-02-01' }, 'bad-period'],
    ['flow', { from: '0100-01-01', to: '2026-02-01' }, 'bad-period'],
    ['flow', { from: '9999-12-31' }, 'bad-period'],
    ['lead-time', { by: 'person' }, 'unknown-dimension'],
    ['lead-time', { purpose: '53-1-x' }, 'unknown-filter-value'],
    ['lead-time', { sourceKind: 'constructor' }, 'unknown-filter-value'],
    ['lead-time', { language: 'de' }, 'unknown-language'],
    ['lead-time', { log: 'nothing' }, 'unknown-log'],
    ['lead-time', { log: 'nothing', by: 'holder' }, 'not-in-log'],
    ['lead-time', { log: 'nothing', case: '2026-00001' }, 'not-in-log'],
    ['lead-time', { log: 'nothing', purpose: '53-1-e' }, 'not-in-log'],
    ['after-ethics', { log: 'nothing' }, 'not-in-log'],
  ])('refuse %s %j as %s', async (name, query, code) => {
    expect(await reports.report(name, query)).toMatchObject({ refused: { code } });
  });
});
