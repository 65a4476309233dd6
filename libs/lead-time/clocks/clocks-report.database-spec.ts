import { TurnedTime } from '@ledtid/time';
import { FactRows, type ToldCycle, toldId } from '../../../test/support/fact-rows';
import { configurationOf } from '../../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { LeadTimeReports } from '../lead-time-reports';
import { isRefusal } from '../refusal';
import type { ReportQuery } from '../reports/query';
import type { ClockRow, ClocksBody } from './clocks';

const NOW = '2026-06-10T10:00:00.000Z';

let database: TestDatabase;
let reports: LeadTimeReports;
let facts: FactRows;

beforeAll(async () => {
  database = await createTestDatabase();
  facts = new FactRows(database.pool);
  reports = new LeadTimeReports(database.pool, new TurnedTime(NOW), configurationOf([]));
});
afterAll(() => database.drop());
afterEach(() => facts.forget());

/** A cycle of the clock that most of these stories are about. */
function cycle(told: Omit<ToldCycle, 'key'> & { key?: string }): Promise<void> {
  return facts.cycle({ key: 'holder-delivery', ...told });
}

async function extension(of: number, digest: string, reason?: string): Promise<void> {
  await facts.event({ of, number: 7, type: 'EXTEND_DEADLINE', at: '2026-02-20T08:00:00Z', digest });
  if (reason !== undefined)
    await database.pool.query('insert into payload (digest, body) values ($1, $2)', [digest, { reason }]);
}

async function ask(query: ReportQuery = {}): Promise<ClocksBody> {
  const report = await reports.report('clocks', query);
  if (isRefusal(report)) throw new Error(report.refused.reason);
  return report as unknown as ClocksBody;
}

async function row(query: ReportQuery = {}, key = 'holder-delivery'): Promise<Partial<ClockRow>> {
  return (await ask(query)).rows.find((one) => one.key === key) ?? {};
}

describe('The report clocks', () => {
  it('counts a cycle in the period in which it was met or breached, at the very edges of its days', async () => {
    for (const id of [1, 2, 3, 4]) await facts.instance({ id });
    const start = '2026-02-01T08:00:00Z';
    // The last moment of April in Stockholm, and the first of May.
    await cycle({ of: 1, start, due: '2026-05-04', outcome: 'met', end: '2026-04-30T21:59:59.999Z' });
    await cycle({ of: 2, start, due: '2026-05-04', outcome: 'met', end: '2026-04-30T22:00:00.000Z' });
    // Due on the last of April and not done then: breached on the first of May.
    await cycle({ of: 3, start, due: '2026-04-29', outcome: 'breached', end: '2026-05-07T08:00:00Z' });
    await cycle({ of: 4, start, due: '2026-04-30', outcome: 'breached', end: '2026-05-05T22:30:00Z' });
    expect(await row({ from: '2026-04-01', to: '2026-05-01' })).toMatchObject({
      ...{ n: 2, met: 1, breached: 1, running: 3, overdue: 1, shareMet: 0.5 },
      ...{ daysLeft: { p50: 4, min: 4 }, daysOver: { sum: 8, p50: 8, max: 8 } },
    });
    expect(await row({ from: '2026-05-01', to: '2026-06-01' })).toMatchObject({
      // Until the sixth of May in Stockholm: six days over.
      ...{ n: 2, met: 1, breached: 1, running: 0, overdue: 0, daysOver: { sum: 6 } },
    });
    const months = (await row({ by: 'month' })).rows;
    expect(
      months?.map(({ key, met, breached, running, overdue }) => [key, met, breached, running, overdue]),
    ).toEqual([
      ['2026-02', 0, 0, 4, 0],
      ['2026-03', 0, 0, 4, 0],
      ['2026-04', 1, 1, 3, 1],
      ['2026-05', 1, 1, 0, 0],
      ['2026-06', 0, 0, 0, 0],
    ]);
  });

  it('tells what runs, what of it is overdue though no timer said so yet, and what a pause holds back', async () => {
    for (const id of [1, 2, 3, 4]) await facts.instance({ id });
    const start = '2026-03-01T08:00:00Z';
    const paused = [{ from: '2026-05-20T08:00:00.000Z', to: null }];
    await cycle({ of: 1, start, due: '2026-06-10', outcome: 'running' });
    await cycle({ of: 2, start, due: '2026-06-09', outcome: 'running' });
    await cycle({ of: 3, start, due: '2026-06-01', outcome: 'running', pauses: paused });
    await cycle({ of: 4, start, due: '2026-05-31', outcome: 'breached' });
    expect(await row()).toMatchObject({
      ...{ n: 2, met: 0, breached: 2, running: 4, overdue: 2, daysOver: { sum: 11, p50: 5.5, max: 10 } },
    });
    // Due on the last of May, it is a breach of the first of June, and of no later day.
    expect(await row({ from: '2026-06-01' })).toMatchObject({ breached: 2, overdue: 2 });
    expect(await row({ from: '2026-06-02' })).toMatchObject({ breached: 1, overdue: 2 });
  });

  it('says of clocks that end undecided or have no date what can be said', async () => {
    for (const id of [1, 2]) await facts.instance({ id });
    const start = '2026-03-01T08:00:00Z';
    await cycle({ of: 1, start, due: '2026-06-10', outcome: 'void', end: '2026-04-01T08:00:00Z' });
    await cycle({
      of: 2,
      key: 'publish-application',
      start,
      due: null,
      outcome: 'met',
      end: '2026-03-04T08:00:00Z',
    });
    expect(await row()).toMatchObject({
      n: 0,
      void: 1,
      running: 0,
      shareMet: null,
      daysOver: { sum: 0, p50: null },
    });
    expect(await row({}, 'publish-application')).toMatchObject({
      ...{ n: 1, met: 1, shareMet: null, daysUsed: { p50: 3, max: 3 }, daysLeft: { p50: null, min: null } },
      clock: { party: 'hdab', length: null, source: 'Regulation (EU) 2025/327 art. 57(1)(j)(ii)' },
    });
  });

  it('has rows by holder where the duty is the holder’s, and keeps to the cases of a holder', async () => {
    await facts.instance({ id: 1 });
    await facts.instance({ id: 2, root: 1, holder: 'north' });
    await facts.instance({ id: 3, root: 1, holder: 'south' });
    await facts.instance({ id: 4 });
    await facts.instance({ id: 5, root: 4, holder: 'south' });
    const start = '2026-02-01T08:00:00Z';
    for (const id of [2, 3, 5]) {
      const late = id !== 2;
      await cycle({
        ...{ of: id, start, due: '2026-05-04', outcome: late ? 'breached' : 'met' },
        end: late ? '2026-05-06T08:00:00Z' : '2026-05-04T08:00:00Z',
      });
      await cycle({ of: id, key: 'make-available', start, due: '2026-07-01', outcome: 'running' });
    }
    const { rows, ...whole } = await row();
    expect(whole).toMatchObject({ n: 3, met: 1, breached: 2, shareMet: 1 / 3 });
    expect(rows).toMatchObject([
      { key: 'south', n: 2, breached: 2, daysOver: { sum: 4 } },
      { key: 'north', n: 1, met: 1, breached: 0 },
    ]);
    expect((await row({}, 'make-available')).rows).toEqual([]);
    expect(await row({ holder: 'north' })).toMatchObject({
      n: 2,
      rows: [{ key: 'south' }, { key: 'north' }],
    });
    expect(await row({ workflow: 'release', holder: 'north' })).toMatchObject({
      n: 1,
      rows: [{ key: 'north' }],
    });
  });

  it('counts extensions by whether their reason is kept, and lets no reason out', async () => {
    const start = '2026-01-05T08:00:00Z';
    for (const id of [1, 2, 3, 4]) {
      await facts.instance({ id });
      await cycle({
        ...{ of: id, start, due: '2026-05-04', outcome: 'breached', end: '2026-05-05T08:00:00Z' },
        ...(id < 4 ? { extended: 7 } : {}),
      });
    }
    await extension(1, 'digest-1', 'Anna Svensson is ill');
    await extension(2, 'digest-2');
    await extension(3, 'digest-3', '  ');
    const report = await ask({ namesCases: true });
    expect(report.rows[0]?.extended).toEqual({ n: 3, given: 1, disposed: 1, missing: 1 });
    expect(report.breaches.items.map(({ extended }) => extended)).toEqual([
      { on: '2026-02-20', reason: 'given' },
      { on: '2026-02-20', reason: 'disposed' },
      { on: '2026-02-20', reason: 'missing' },
      null,
    ]);
    expect(JSON.stringify(report)).not.toContain('Svensson');
    // At the end of January nobody had extended anything.
    expect((await row({ to: '2026-02-01' })).extended).toMatchObject({ n: 0 });
  });

  it('has a fact sheet per breach: its dates, its pauses, and where its time went', async () => {
    await facts.instance({ id: 1, holder: 'north' });
    const pauses = [{ from: '2026-03-10T22:30:00.000Z', to: '2026-03-14T23:30:00.000Z' }];
    await cycle({ of: 1, start: '2026-03-02T08:00:00Z', due: '2026-03-20', outcome: 'breached', pauses });
    const [first, second, third] = ['2026-03-02T08:00:00Z', '2026-03-04T08:00:00Z', '2026-06-08T10:00:00Z'];
    await facts.span({ of: 1, events: [1, 2], stage: 'none', start: '2026-03-01T08:00:00Z', end: first });
    const waits = { of: 1, activity: 'waiting' } as const;
    const absence = { stage: 'extraction', cause: 'staff-absence' };
    await facts.span({ ...waits, ...absence, events: [2, 3], start: first, end: second });
    await facts.span({ of: 1, events: [3, 4], stage: 'extraction', start: second, end: third });
    await facts.span({ ...waits, events: [4, null], stage: 'reception', start: third });
    const { breaches } = await ask({ namesCases: true });
    expect(breaches).toMatchObject({ total: 1, cursor: null });
    expect(breaches.items).toEqual([
      {
        ...{ clock: 'holder-delivery', name: { sv: 'Datainnehavarens leverans', en: "Holder's delivery" } },
        ...{ party: 'holder', case: { id: toldId(1), registrationNumber: '2026-00001' }, holder: 'north' },
        instance: { id: toldId(1), workflow: 'access-application', part: null, occasion: null },
        // A pause from the tenth to the fifteenth of March, by the dates of Stockholm.
        ...{ started: '2026-03-02', due: '2026-03-20', extended: null, pausedDays: 5 },
        ...{ breached: '2026-03-21', ended: null, daysOver: 82 },
        time: [
          {
            ...{ stage: 'extraction', waiting: 2 * 86_400, assigned: 96 * 86_400 + 7200, paused: 0 },
            causes: { 'staff-absence': 2 * 86_400 },
          },
          { stage: 'reception', waiting: 2 * 86_400, assigned: 0, paused: 0, causes: {} },
        ],
      },
    ]);
  });

  it('names no case to readers who see none', async () => {
    await facts.instance({ id: 1 });
    await cycle({ of: 1, start: '2026-03-02T08:00:00Z', due: '2026-03-20', outcome: 'breached' });
    const report = await ask();
    expect(report.breaches.items).toMatchObject([{ case: null, instance: { id: null }, daysOver: 82 }]);
    expect(JSON.stringify(report)).not.toMatch(/2026-00001|00000000-/);
  });

  it('gives fact sheets in pages, the longest over first, each once', async () => {
    for (let id = 1; id <= 5; id += 1) {
      await facts.instance({ id });
      await cycle({ of: id, start: '2026-03-02T08:00:00Z', due: `2026-04-0${id}`, outcome: 'breached' });
    }
    const found: string[] = [];
    let cursor: string | null = '0';
    while (cursor !== null) {
      const { breaches }: ClocksBody = await ask({ limit: '2', cursor });
      expect(breaches.total).toBe(5);
      found.push(...breaches.items.map(({ due }) => due));
      cursor = breaches.cursor;
    }
    expect(found).toEqual(['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05']);
    expect((await ask({ cursor: '40' })).breaches).toEqual({ total: 5, items: [], cursor: null });
  });

  it.each([
    [{ by: 'cause' }, 'unknown-dimension'],
    [{ limit: '0' }, 'bad-page'],
    [{ limit: 'all' }, 'bad-page'],
    [{ cursor: '1; drop table instance' }, 'bad-page'],
  ])('refuses %j as %s', async (query, code) => {
    expect(await reports.report('clocks', query)).toMatchObject({ refused: { code } });
  });
});
