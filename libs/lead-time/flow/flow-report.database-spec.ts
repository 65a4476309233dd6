import fc from 'fast-check';
import { TurnedTime, toInstant } from '@ledtid/time';
import { configurationOf } from '../../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { visitsOf } from '../cases/visits';
import { LeadTimeReports } from '../lead-time-reports';
import { walks } from '../path/random-history';
import type { ReportQuery } from '../reports/query';
import { VISIT_KEYS } from '../reports/dimension-keys';
import type { FlowBody, StageFlow } from './flow';

const CASE = '00000001-0000-7000-8000-000000000000';
const time = new TurnedTime('2026-06-01T00:00:00.000Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
afterEach(async () => {
  time.turnTo('2026-06-01T00:00:00.000Z');
  await database.pool.query('truncate instance, span, milestone');
});

interface Case {
  submitted: string;
  ended?: string;
  outcome?: string;
}

async function addCase({ submitted, ended, outcome = 'refused' }: Case): Promise<void> {
  await database.pool.query(
    `insert into instance (id, workflow, workflow_version, root_id, depends_on, owner, version, value, context, status,
       leaves, outcome, form_version, assessors, regions, form_changed, hash, created_at, first_submitted_at, ended_at)
     values ($1, 'application', 1, $1, '{}', 'alva', 1, '{}', '{}', 'active', '{}', $2, 1, '{}', '{}', 1, '', $3, $3, $4)`,
    [CASE, ended === undefined ? null : outcome, submitted, ended ?? null],
  );
}

type SpanLine = [stage: string, start: string, end: string | null, assignee?: string | null, lag?: number];

/** Spans that follow one another: the event that ends one begins the next. */
async function addSpans(lines: readonly SpanLine[]): Promise<void> {
  for (const [index, [stage, start, end, assignee = null, lag = 0]] of lines.entries()) {
    await database.pool.query(
      `insert into span (instance_id, root_id, region, opened, closed, leaf, stage, activity, party, assignee,
         started_at, ended_at, recording_lag)
       values ($1, $1, '', $2, $3, 'leaf', $4, 'assigned', 'hdab', $5, $6, $7, $8)`,
      [...[CASE, index + 1, end === null ? null : index + 2], ...[stage, assignee, start, end, lag]],
    );
  }
}

async function flow(query: ReportQuery = {}): Promise<FlowBody> {
  const report = await new LeadTimeReports(database.pool, time, configurationOf([])).report('flow', query);
  if (!('report' in report) || report.report !== 'flow') throw new Error(JSON.stringify(report));
  return report;
}

async function stage(key: string, query: ReportQuery = {}): Promise<StageFlow> {
  const row = (await flow(query)).rows.find((one) => one.key === key);
  if (row === undefined) throw new Error(`No row ${key}`);
  return row;
}

describe('The report flow', () => {
  it('counts a case from submission to its end, and parts it from its stages', async () => {
    await addCase({ submitted: '2026-01-10T08:00:00Z', ended: '2026-02-10T08:00:00Z' });
    await addSpans([
      ['check', '2026-01-10T08:00:00Z', '2026-01-20T08:00:00Z'],
      ['decision', '2026-01-20T08:00:00Z', '2026-02-10T08:00:00Z'],
    ]);
    const { cases, rows } = await flow({ from: '2026-01-01', to: '2026-03-01' });
    expect(cases).toMatchObject({ arrivals: 1, departures: 1, little: { ratio: 1, mean: 31 * 86_400 } });
    expect(cases.months).toEqual([
      { month: '2026-01', arrivals: 1, departures: 0, workInProgress: 1 },
      { month: '2026-02', arrivals: 0, departures: 1, workInProgress: 0 },
    ]);
    expect(rows.map(({ key, arrivals, departures }) => [key, arrivals, departures])).toEqual([
      ['check', 1, 1],
      ['decision', 1, 1],
    ]);
  });

  it('ends a whole case at access to its last part, not when the rest was settled', async () => {
    await addCase({ submitted: '2026-01-10T08:00:00Z', ended: '2026-05-10T08:00:00Z', outcome: 'partial' });
    await database.pool.query(
      `insert into milestone (instance_id, root_id, key, number, at) values ($1, $1, 'access', 1, '2026-02-10T08:00:00Z')`,
      [CASE],
    );
    expect((await flow({ to: '2026-03-01' })).cases).toMatchObject({
      departures: 1,
      workInProgress: { end: 0 },
    });
  });

  it('takes the first instant of a period in, and the last one not', async () => {
    await addCase({ submitted: '2026-02-28T23:00:00Z', ended: '2026-03-31T22:00:00Z' });
    await addSpans([['check', '2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z']]);
    const march = { from: '2026-03-01', to: '2026-04-01' };
    expect(await stage('check', march)).toMatchObject({
      arrivals: 1,
      departures: 0,
      workInProgress: { end: 1 },
    });
    const april = await stage('check', { from: '2026-04-01', to: '2026-05-01' });
    expect(april).toMatchObject({
      arrivals: 0,
      departures: 1,
      workInProgress: { start: 1, end: 0, average: 0 },
    });
    expect((await flow(march)).cases).toMatchObject({ arrivals: 1, departures: 0 });
  });

  it('weighs a month of a daylight-saving change by its own length', async () => {
    await addCase({ submitted: '2026-03-01T10:00:00Z' });
    await addSpans([['check', '2026-03-01T10:00:00Z', null]]);
    const march = await stage('check', { from: '2026-03-01', to: '2026-04-01' });
    // 31 days less an hour; the case came eleven hours in.
    expect(march.workInProgress.average).toBeCloseTo((31 * 24 - 1 - 11) / (31 * 24 - 1), 12);
  });

  it('reads a run of spans of one stage as one visit, and a return as rework', async () => {
    await addCase({ submitted: '2026-01-01T08:00:00Z' });
    await addSpans([
      ['check', '2026-01-01T08:00:00Z', '2026-01-02T08:00:00Z', null],
      ['check', '2026-01-02T08:00:00Z', '2026-01-03T08:00:00Z', 'olle'],
      ['decision', '2026-01-03T08:00:00Z', '2026-01-04T08:00:00Z'],
      ['check', '2026-01-04T08:00:00Z', '2026-01-05T08:00:00Z', 'dan'],
      ['decision', '2026-01-05T08:00:00Z', null],
    ]);
    expect(await stage('check')).toMatchObject({ arrivals: 2, departures: 2, reEntries: 1, handOffs: 0 });
    expect(await stage('decision')).toMatchObject({ arrivals: 2, departures: 1, reEntries: 1 });
  });

  it('counts hand-offs within a visit, also over a time in which nobody had it', async () => {
    await addCase({ submitted: '2026-01-01T08:00:00Z' });
    await addSpans([
      ['check', '2026-01-01T08:00:00Z', '2026-01-02T08:00:00Z', 'olle'],
      ['check', '2026-01-02T08:00:00Z', '2026-01-03T08:00:00Z', 'dan'],
      ['check', '2026-01-03T08:00:00Z', '2026-02-03T08:00:00Z', null],
      ['check', '2026-02-03T08:00:00Z', '2026-02-04T08:00:00Z', 'olle'],
      ['check', '2026-02-04T08:00:00Z', null, 'olle'],
    ]);
    expect(await stage('check')).toMatchObject({ arrivals: 1, handOffs: 2, reEntries: 0 });
    expect(await stage('check', { from: '2026-02-01' })).toMatchObject({ arrivals: 0, handOffs: 1 });
  });

  it('tells ages of what is open at the end of the period, whatever came of it later', async () => {
    await addCase({ submitted: '2026-01-01T00:00:00Z', ended: '2026-05-20T00:00:00Z' });
    await addSpans([['check', '2026-01-01T00:00:00Z', '2026-05-20T00:00:00Z']]);
    const { age, backlogWeeks } = await stage('check', { to: '2026-04-10' });
    expect(age).toMatchObject({ oldest: '2026-01-01T00:00:00.000Z', over90Days: 1, over180Days: 0 });
    expect(backlogWeeks).toBeNull();
    expect((await stage('check')).age.oldest).toBeNull();
  });

  it('tells how late beginnings were registered', async () => {
    await addCase({ submitted: '2026-01-01T00:00:00Z' });
    await addSpans([
      ['check', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', null, 0],
      ['check', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z', null, 100_000],
    ]);
    expect((await stage('check')).recordingLag).toEqual({ n: 2, p50: 50_000, p90: 90_000, overADay: 0.5 });
  });

  it('is empty of figures where there is nothing, and refuses rows that it does not have', async () => {
    expect(await flow()).toMatchObject({
      rows: [],
      cases: { arrivals: 0, workInProgress: { average: null } },
    });
    expect(await flow({ from: '2030-01-01' })).toMatchObject({ cases: { arrivals: 0, departures: 0 } });
    await expect(flow({ by: 'holder' })).rejects.toThrow('unknown-dimension');
  });

  it('counts the visits that the lead-time table counts', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async ({ history, moments: [, now = 0] }) => {
        await database.pool.query('truncate instance, span');
        const own = history.spans.filter(({ instanceId }) => instanceId === 'case');
        await addCase({ submitted: toInstant(own[0]?.start ?? 0) });
        for (const [index, span] of own.entries()) {
          const next = own.slice(index + 1).find(({ region }) => region === span.region);
          const closed = next?.start === span.end ? next?.opened : 9_000 + index;
          await database.pool.query(
            `insert into span (instance_id, root_id, region, opened, closed, leaf, stage, activity, party, started_at,
               ended_at, recording_lag) values ($1, $1, $2, $3, $4, 'leaf', $5, 'assigned', 'hdab', $6, $7, 0)`,
            [
              CASE,
              span.region,
              span.opened,
              closed,
              span.stage,
              toInstant(span.start),
              toInstant(span.end ?? 0),
            ],
          );
        }
        // Not at the very moment of an event: there a visit that goes on with its next span looks closed to one of the two.
        time.turnTo(toInstant(now + 1));
        const seen = visitsOf({ ...history, spans: own }, VISIT_KEYS.stage, { at: now + 1, inclusive: true });
        const keys = [...new Set(seen.map(({ key }) => key))].sort();
        const { rows } = await flow();
        expect(rows.map(({ key, arrivals, departures }) => [key, arrivals, departures])).toEqual(
          keys.map((key) => {
            const visits = seen.filter((visit) => visit.key === key);
            return [key, visits.length, visits.filter(({ end }) => end !== null).length];
          }),
        );
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
