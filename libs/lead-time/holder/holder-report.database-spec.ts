import { TurnedTime } from '@ledtid/time';
import { FactRows } from '../../../test/support/fact-rows';
import { installedConfiguration } from '../../../test/support/installed-configuration';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { ROOT, type ToldLine, on, tellChild } from '../../../test/support/told-child';
import { LeadTimeReports } from '../lead-time-reports';
import type { ReportQuery } from '../reports/query';
import type { HolderBody, HolderRow } from './holder';

const DAY = 86_400;
const NOW = '2026-05-11T00:00:00.000Z';

const [COHORT, LINKED, INQUIRY, OPEN] = [2, 3, 4, 5];

/** A release of north that waits for one of south, is clarified, returned once, pseudonymised and opened: 42 days. */
const LINKED_SPANS: ToldLine[] = [
  ['none', 'waiting', 'hdab', '03-01', '03-02'],
  ['secrecy-review', 'waiting', 'holder', '03-02', '03-04'],
  ['secrecy-review', 'assigned', 'holder', '03-04', '03-06'],
  ['secrecy-review', 'paused', 'user', '03-06', '03-11', 'variable-list-unclear'],
  ['secrecy-review', 'assigned', 'holder', '03-11', '03-12'],
  ['extraction', 'waiting', 'holder', '03-12', '03-20', 'other-holder'],
  ['extraction', 'assigned', 'holder', '03-20', '03-24'],
  ['reception', 'assigned', 'hdab', '03-24', '03-26'],
  ['extraction', 'waiting', 'holder', '03-26', '03-29', 'redelivery'],
  ['extraction', 'assigned', 'holder', '03-29', '03-30'],
  ['reception', 'assigned', 'hdab', '03-30', '03-31'],
  ['pseudonymisation', 'assigned', 'hdab', '03-31', '04-10'],
  ['access', 'waiting', 'environment', '04-10', '04-12'],
];

let database: TestDatabase;
let facts: FactRows;
beforeAll(async () => {
  database = await createTestDatabase();
  facts = new FactRows(database.pool);
});
afterAll(() => database.drop());
beforeEach(() => facts.instance({ id: ROOT }));
afterEach(() => facts.forget());

async function tellAll(): Promise<void> {
  await tellChild(facts, COHORT, 'south', [['extraction', 'assigned', 'holder', '03-01', '03-20']]);
  await tellChild(facts, LINKED, 'north', LINKED_SPANS, { dependsOn: [COHORT] });
  const inquiry: ToldLine[] = [
    ['feasibility-inquiry', 'waiting', 'holder', '02-01', '02-04', 'staff-absence'],
    ['feasibility-inquiry', 'assigned', 'holder', '02-04', '02-06'],
  ];
  await tellChild(facts, INQUIRY, 'north', inquiry, { workflow: 'feasibility-inquiry' });
  await tellChild(facts, OPEN, 'north', [['secrecy-review', 'waiting', 'holder', '05-01', null]]);
}

async function north(query: ReportQuery = {}): Promise<HolderBody> {
  const reports = new LeadTimeReports(database.pool, new TurnedTime(NOW), installedConfiguration());
  const report = await reports.report('holder', { holder: 'north', ...query });
  if (!('report' in report) || report.report !== 'holder') throw new Error(JSON.stringify(report));
  return report;
}

/** Days of each part that has any. */
function daysOf({ time: { parts } }: HolderBody): Record<string, number> {
  return Object.fromEntries(
    parts.filter(({ seconds }) => seconds > 0).map((part) => [part.key, part.seconds / DAY]),
  );
}

function rowOf({ rows }: HolderBody, stage: string): HolderRow {
  const row = rows.find(({ key }) => key === stage);
  if (row === undefined) throw new Error(`No row ${stage}.`);
  return row;
}

describe('the own view of a data holder', () => {
  it('tells its time from the time that was not its own, and both add up to the whole', async () => {
    await tellAll();
    const report = await north();
    expect(report.time.seconds).toBe((42 + 5 + 10) * DAY);
    expect(daysOf(report)).toEqual({
      ...{ own: 13 + 5 + 10, 'other-holder': 8, user: 5, hdab: 2 + 1 + 10, environment: 2, none: 1 },
    });
    expect(report.time.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(report.instances).toEqual([
      { workflow: 'feasibility-inquiry', n: 1, open: 0 },
      { workflow: 'release', n: 1, open: 1 },
    ]);
  });

  it('says of each part why it stood, where that was said', async () => {
    await tellAll();
    const causes = (await north()).time.parts.flatMap(({ key, causes: own }) =>
      Object.entries(own).map(([code, seconds]) => [key, code, seconds / DAY]),
    );
    expect(causes).toEqual([
      ['own', 'redelivery', 3],
      ['own', 'staff-absence', 3],
      ['other-holder', 'other-holder', 8],
      ['user', 'variable-list-unclear', 5],
    ]);
  });

  it('counts visits by the own time in them: two of the extraction, neither with the wait for the cohort', async () => {
    await tellAll();
    const report = await north();
    expect(report.rows.map(({ key, own }) => [key, own.seconds / DAY])).toEqual([
      ['secrecy-review', 15],
      ['extraction', 8],
      ['feasibility-inquiry', 5],
    ]);
    expect(rowOf(report, 'extraction')).toMatchObject({
      ...{ n: 2, open: 0, seconds: { p50: 4 * DAY, p75: 4 * DAY, p90: 4 * DAY, sum: 8 * DAY } },
      ...{ waiting: 3 * DAY, assigned: 5 * DAY, paused: 0, causes: { redelivery: 3 * DAY } },
    });
    expect(rowOf(report, 'secrecy-review')).toMatchObject({
      // One ended after 5 own days, the other has lasted 10: half of two, and the curve goes no further down.
      ...{ n: 1, open: 1, seconds: { p50: 5 * DAY, sum: 5 * DAY }, censored: { p50: 5 * DAY, p75: null } },
      ...{ own: { share: 15 / 57 }, waiting: 12 * DAY, assigned: 3 * DAY },
    });
  });

  it('closes a period off as it stood: what had begun is cut, what is open at its end is open', async () => {
    await tellAll();
    // From 4 March 23.00 UTC to 21 March 23.00 UTC.
    const report = await north({ from: '2026-03-05', to: '2026-03-22' });
    expect(report.time.seconds).toBe(17 * DAY);
    expect(daysOf(report)).toEqual({ own: 4, 'other-holder': 8, user: 5 });
    expect(report.instances).toEqual([{ workflow: 'release', n: 0, open: 1 }]);
    expect(rowOf(report, 'secrecy-review')).toMatchObject({ n: 1, open: 0, seconds: { p50: 5 * DAY } });
    expect(rowOf(report, 'extraction')).toMatchObject({ n: 0, open: 1, seconds: { p50: null, sum: 0 } });
    expect(await north({ to: '2026-01-01' })).toMatchObject({
      instances: [],
      time: { seconds: 0 },
      rows: [],
    });
  });

  it('counts what ends as the period does as open in it, and closed in the next', async () => {
    const [start, end] = ['2026-03-01T23:00:00.000Z', '2026-03-04T23:00:00.000Z'];
    await facts.instance({ id: INQUIRY, root: ROOT, holder: 'north', start, end });
    await facts.span({ of: INQUIRY, events: [1, 2], stage: 'extraction', party: 'holder', start, end });
    expect(rowOf(await north({ to: '2026-03-05' }), 'extraction')).toMatchObject({ n: 0, open: 1 });
    const next = await north({ from: '2026-03-05' });
    expect(next).toMatchObject({ instances: [{ n: 1, open: 0 }], time: { seconds: 0 } });
    expect(rowOf(next, 'extraction')).toMatchObject({ n: 1, seconds: { sum: 3 * DAY }, own: { seconds: 0 } });
  });

  it('counts at the end of a period without an end what is so until now', async () => {
    await tellAll();
    expect(daysOf(await north({ from: '2026-05-11', to: '2026-06-01' }))).toEqual({ own: 2 / 24 });
  });

  it('means by a workflow what every report means', async () => {
    await tellAll();
    expect(daysOf(await north({ workflow: 'feasibility-inquiry' }))).toEqual({ own: 5 });
  });

  it('takes a wait for its own where it depends on nobody, or on itself, whatever was said', async () => {
    const wait: ToldLine[] = [['extraction', 'waiting', 'holder', '03-01', '03-05', 'cohort-file']];
    await tellChild(facts, COHORT, 'north', wait);
    await tellChild(facts, LINKED, 'north', wait, { dependsOn: [COHORT] });
    expect(daysOf(await north())).toEqual({ own: 8 });
  });

  it('takes what the body paused for another holder for nobody’s own, though that cause is a holder’s', async () => {
    await tellChild(facts, LINKED, 'north', [
      ['extraction', 'assigned', 'holder', '03-01', '03-03'],
      ['reception', 'paused', 'holder', '03-03', '03-08', 'other-holder'],
      ['reception', 'paused', 'holder', '03-08', '03-09', 'redelivery'],
    ]);
    const report = await north();
    expect(daysOf(report)).toEqual({ own: 3, 'other-holder': 5 });
    expect(rowOf(report, 'reception')).toMatchObject({ n: 1, paused: DAY, causes: { redelivery: DAY } });
  });

  it('knows a wait for another release by its state, though a part of it was said to be for something else', async () => {
    await tellChild(facts, COHORT, 'south', [['extraction', 'assigned', 'holder', '03-01', '03-20']]);
    const waits: ToldLine[] = [
      ['extraction', 'waiting', 'holder', '03-01', '03-03', 'staff-absence'],
      ['extraction', 'waiting', 'holder', '03-03', '03-05', 'other-holder'],
    ];
    const leaf = 'extraction.awaiting-release';
    await tellChild(facts, LINKED, 'north', waits, { dependsOn: [COHORT], leaf });
    expect(daysOf(await north())).toEqual({ 'other-holder': 4 });
    expect(rowOf(await north({ to: '2026-05-01' }), 'extraction')).toMatchObject({
      n: 1,
      seconds: { sum: 0 },
    });
  });

  it('brings its clocks and its quality, and nothing of other holders or the case around it', async () => {
    await tellAll();
    const late = { start: on('03-02'), due: '2026-03-20', end: on('03-24'), outcome: 'breached' } as const;
    await facts.cycle({ of: LINKED, key: 'holder-delivery', ...late });
    await facts.cycle({
      of: OPEN,
      key: 'secrecy-review',
      start: on('05-01'),
      due: '2026-06-01',
      outcome: 'running',
    });
    await facts.cycle({ of: COHORT, key: 'secrecy-review', ...late });
    await facts.cycle({ of: ROOT, key: 'permit-decision', ...late });
    await facts.event({ of: LINKED, number: 9, type: 'RETURN_TO_HOLDER', at: on('03-26') });
    const { clocks, quality } = await north();
    expect(
      clocks.map(({ key, met, breached, running, daysOver }) => [key, met, breached, running, daysOver.sum]),
    ).toEqual([
      ['holder-delivery', 0, 1, 0, 4],
      ['secrecy-review', 0, 0, 1, 0],
    ]);
    expect(clocks[0]).toMatchObject({ clock: { party: 'holder' } });
    expect(clocks[0]).not.toHaveProperty('rows');
    expect(quality.total).toMatchObject({
      passed: 6,
      returns: 1,
      redeliveries: 1,
      complaints: null,
      reEntries: 2,
    });
    expect(quality.rows.find(({ key }) => key === 'extraction')).toMatchObject({
      passed: 1,
      firstTimeRight: 0,
    });
    expect(JSON.stringify([clocks, quality])).not.toMatch(/south|permit-decision/);
  });

  it('must be told whose it is, and has no rows but stages', async () => {
    const reports = new LeadTimeReports(database.pool, new TurnedTime(NOW), installedConfiguration());
    for (const query of [{}, { holder: '' }]) {
      expect(await reports.report('holder', query)).toMatchObject({ refused: { code: 'holder-not-named' } });
    }
    expect(await reports.report('holder', { holder: 'north', by: 'month' })).toMatchObject({
      refused: { code: 'unknown-dimension' },
    });
  });
});
