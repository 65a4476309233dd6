import { TurnedTime } from '@ledtid/time';
import { FactRows, type ToldSpan } from '../../../test/support/fact-rows';
import { installedConfiguration } from '../../../test/support/installed-configuration';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { LeadTimeReports } from '../lead-time-reports';
import { isRefusal } from '../refusal';
import type { ReportQuery } from '../reports/query';
import type { QualityBody, QualityRow } from './quality';

let database: TestDatabase;
let reports: LeadTimeReports;
let facts: FactRows;

beforeAll(async () => {
  database = await createTestDatabase();
  const time = new TurnedTime('2026-06-10T10:00:00.000Z');
  reports = new LeadTimeReports(database.pool, time, installedConfiguration());
  facts = new FactRows(database.pool);
});
afterAll(() => database.drop());
afterEach(() => facts.forget());

/** Spans of one instance one after the other; `days` are those of March on which each begins, the last its end. */
async function stages(
  of: number,
  names: string[],
  days: number[],
  more: Partial<ToldSpan> = {},
): Promise<void> {
  const at = (day: number | undefined): string => new Date(Date.UTC(2026, 2, day ?? 0, 8)).toISOString();
  for (const [index, stage] of names.entries()) {
    const last = days[index + 1] === undefined;
    const events: ToldSpan['events'] = [index + 1, last ? null : index + 2];
    const end = last ? {} : { end: at(days[index + 1]) };
    await facts.span({ of, events, stage, start: at(days[index]), ...end, ...more });
  }
}

async function ask(query: ReportQuery = {}): Promise<QualityBody> {
  const report = await reports.report('quality', query);
  if (isRefusal(report)) throw new Error(report.refused.reason);
  return report as unknown as QualityBody;
}

async function row(key: string, query: ReportQuery = {}): Promise<QualityRow | undefined> {
  return (await ask(query)).rows.find((one) => one.key === key);
}

/** A package of one holder that came back once, and one of another holder that was right. */
async function deliveries(): Promise<void> {
  await facts.instance({ id: 1 });
  await facts.instance({ id: 2, root: 1, holder: 'north' });
  await facts.instance({ id: 3, root: 1, holder: 'south' });
  const names = ['extraction', 'extraction', 'reception', 'extraction', 'reception', 'pseudonymisation'];
  await stages(2, names, [1, 2, 10, 12, 20, 25]);
  await facts.event({ of: 2, number: 4, type: 'RETURN_TO_HOLDER', at: '2026-03-12T08:00:00.000Z' });
  await stages(3, ['extraction', 'reception', 'pseudonymisation'], [1, 5, 6]);
}

describe('The report quality', () => {
  it('tells a package that came back: at the holder who did the work, and at the stage that found the fault', async () => {
    await deliveries();
    expect(await row('extraction')).toMatchObject({
      ...{ passed: 2, firstTimeRight: 0.5, returns: 0, redeliveries: 1, reEntries: 1 },
      rows: [
        { key: 'north', passed: 1, firstTimeRight: 0, redeliveries: 1, reEntries: 1 },
        { key: 'south', passed: 1, firstTimeRight: 1, redeliveries: 0, reEntries: 0 },
      ],
    });
    expect(await row('reception')).toMatchObject({
      ...{ passed: 2, firstTimeRight: 0.5, returns: 1, redeliveries: 0, reEntries: 1 },
    });
    expect((await ask()).total).toMatchObject({
      passed: 4,
      firstTimeRight: 0.5,
      returns: 1,
      redeliveries: 1,
    });
  });

  it('tells a period by what was known at its end, so that it does not change afterwards', async () => {
    await deliveries();
    const until = (to: string) => row('extraction', { from: '2026-03-01', to });
    // On the eleventh both had delivered, and nobody knew of a fault.
    expect(await until('2026-03-12')).toMatchObject({ passed: 2, firstTimeRight: 1, reEntries: 0 });
    // On the fifteenth one of them is with its holder again: it has not passed.
    expect(await until('2026-03-16')).toMatchObject({
      passed: 1,
      firstTimeRight: 1,
      reEntries: 1,
      redeliveries: 0,
    });
    expect(await row('reception', { from: '2026-03-01', to: '2026-03-12' })).toMatchObject({
      passed: 1,
      returns: 0,
    });
    // 08:00 on the twentieth is the redelivery; the day before there is none.
    expect(await row('extraction', { from: '2026-03-20', to: '2026-03-21' })).toMatchObject({
      ...{ passed: 1, firstTimeRight: 0, redeliveries: 1, reEntries: 0 },
    });
    expect(await row('extraction', { from: '2026-03-19', to: '2026-03-20' })).toBeUndefined();
  });

  it('counts completion requests, also those that keep the stage, and what they cost the first time', async () => {
    for (const id of [1, 2, 3]) await facts.instance({ id });
    const asked = [
      'prequalification',
      'completion',
      'prequalification',
      'legal-review',
      'legal-review',
      'legal-review',
    ];
    await stages(1, [...asked, 'decision'], [1, 3, 5, 6, 8, 9, 10]);
    await facts.event({ of: 1, number: 2, type: 'REQUEST_COMPLETION', at: '2026-03-03T08:00:00.000Z' });
    await facts.event({ of: 1, number: 5, type: 'ASK_APPLICANT', at: '2026-03-08T08:00:00.000Z' });
    await stages(2, ['prequalification', 'legal-review', 'decision'], [1, 3, 5]);
    // Sent to its applicant and not yet back: it has passed nothing.
    await stages(3, ['prequalification', 'completion'], [1, 3]);
    await facts.event({ of: 3, number: 2, type: 'REQUEST_COMPLETION', at: '2026-03-03T08:00:00.000Z' });
    const { cases, completionRequestsPerCase, rows } = await ask();
    expect([cases, completionRequestsPerCase]).toEqual([3, 1]);
    expect(
      rows.map((one) => [one.key, one.passed, one.firstTimeRight, one.completionRequests, one.reEntries]),
    ).toEqual([
      ['legal-review', 2, 0.5, 1, 0],
      ['prequalification', 2, 0.5, 2, 1],
      ['completion', 1, 1, 0, 0],
    ]);
  });

  it('counts corrections where the wrong time was, and once though relatives follow', async () => {
    await facts.instance({ id: 1 });
    await stages(1, ['prequalification', 'legal-review', 'decision'], [1, 3, 5]);
    await facts.event({
      of: 1,
      number: 4,
      type: 'CORRECT',
      at: '2026-03-06T08:00:00.000Z',
      record: { number: 2 },
    });
    const by = { instance: 'x', number: 1 };
    await facts.event({
      of: 1,
      number: 5,
      type: 'CORRECT',
      at: '2026-03-06T08:00:00.000Z',
      record: { number: 3, by },
    });
    expect((await ask()).total.corrections).toBe(1);
    expect(await row('legal-review')).toMatchObject({ corrections: 1, firstTimeRight: 1 });
    expect((await ask({ to: '2026-03-06' })).total.corrections).toBe(0);
  });

  it('says nothing of complaints as long as no workflow knows them, and nothing of work that was given up', async () => {
    await facts.instance({ id: 1, outcome: 'withdrawn', end: '2026-03-05T08:00:00.000Z' });
    await stages(1, ['prequalification', 'legal-review'], [1, 3, 5]);
    const { total, rows } = await ask();
    expect(total).toEqual({
      ...{ passed: 1, firstTimeRight: 1, returns: 0, redeliveries: 0, complaints: null },
      ...{ completionRequests: 0, corrections: 0, reEntries: 0 },
    });
    expect(rows.map(({ key }) => key)).toEqual(['prequalification']);
  });

  it('keeps parallel regions apart, and to the cases of a holder', async () => {
    await deliveries();
    await facts.instance({ id: 4 });
    await stages(4, ['legal-review', 'none'], [1, 4], { region: 'review.legal' });
    await stages(4, ['technical-feasibility', 'none'], [1, 5], { region: 'review.technical' });
    expect((await ask()).rows.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['extraction', 'reception', 'legal-review', 'technical-feasibility']),
    );
    const { cases, rows } = await ask({ holder: 'south' });
    expect([cases, rows.map(({ key }) => key)]).toEqual([1, ['extraction', 'reception']]);
    expect(await row('extraction', { workflow: 'release', holder: 'south' })).toMatchObject({
      firstTimeRight: 1,
    });
  });
});
