import { TurnedTime } from '@ledtid/time';
import { configurationOf } from '../../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { LeadTimeReports } from '../lead-time-reports';
import type { ReportQuery } from '../reports/query';
import type { ActivityBody } from './activity';

const time = new TurnedTime('2026-06-01T00:00:00.000Z');

let database: TestDatabase;
let made = 0;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
afterEach(() => database.pool.query('truncate instance, span, milestone'));

interface Case {
  submitted: string;
  ended?: string;
  outcome?: string;
  permit?: string;
  access?: string[];
  characteristics?: string[];
}

async function addCase(facts: Case): Promise<void> {
  const { submitted, ended = null, outcome = null, permit, access = [], characteristics = [] } = facts;
  made += 1;
  const id = `${String(made).padStart(8, '0')}-0000-7000-8000-000000000000`;
  await database.pool.query(
    `insert into instance (id, workflow, workflow_version, root_id, depends_on, owner, version, value, context, status,
       leaves, outcome, form_version, assessors, regions, form_changed, hash, created_at, first_submitted_at, ended_at,
       characteristics)
     values ($1, 'application', 1, $1, '{}', 'alva', 1, '{}', '{}', 'active', '{}', $2, 1, '{}', '{}', 1, '', $3, $3, $4,
       $5)`,
    [id, outcome, submitted, ended, characteristics],
  );
  const moments = [
    ...(permit === undefined ? [] : [['permit', permit]]),
    ...access.map((at) => ['access', at]),
  ];
  for (const [number, [key, at]] of moments.entries()) {
    await database.pool.query(
      'insert into milestone (instance_id, root_id, key, number, at) values ($1, $1, $2, $3, $4)',
      [id, key, number, at],
    );
  }
}

async function activity(query: ReportQuery = {}): Promise<ActivityBody> {
  const report = await new LeadTimeReports(database.pool, time, configurationOf([])).report(
    'activity',
    query,
  );
  if (!('report' in report) || report.report !== 'activity') throw new Error(JSON.stringify(report));
  return report;
}

const SPRING = { from: '2026-03-01', to: '2026-05-01' };

describe('The activity report', () => {
  it('has every point of Art 59(1), with figures or with what is missing', async () => {
    const { points } = await activity();
    expect(points.map(({ point }) => point).join('')).toBe('abcdefghijk');
    for (const { figures, missing } of points) expect(figures ?? missing).not.toBeNull();
    expect((await activity({ language: 'sv' })).points[6]?.missing).toContain('Avgifter');
  });

  it('counts an application when it came, and when it was decided', async () => {
    await addCase({ submitted: '2026-02-28T22:59:59Z', permit: '2026-03-10T08:00:00Z' });
    await addCase({ submitted: '2026-02-28T23:00:00Z' });
    await addCase({ submitted: '2026-03-05T08:00:00Z', ended: '2026-04-01T08:00:00Z', outcome: 'refused' });
    await addCase({ submitted: '2026-03-05T08:00:00Z', ended: '2026-04-30T22:00:00Z', outcome: 'withdrawn' });
    expect((await activity(SPRING)).applications).toMatchObject({
      ...{ submitted: 3, permit: 1, refused: 1, withdrawn: 0, decided: 2 },
    });
  });

  it('keeps a permit a permit, whatever came of it later', async () => {
    await addCase({
      ...{ submitted: '2026-01-01T08:00:00Z', permit: '2026-02-01T08:00:00Z' },
      ...{ ended: '2026-03-01T08:00:00Z', outcome: 'refused' },
    });
    expect((await activity()).applications).toMatchObject({ permit: 1, refused: 0, decided: 1 });
    expect((await activity(SPRING)).applications).toMatchObject({ submitted: 0, decided: 0 });
  });

  it('counts by type of applicant, purpose and category of data, the unstated apart', async () => {
    await addCase({
      ...{ submitted: '2026-03-05T08:00:00Z', ended: '2026-04-01T08:00:00Z', outcome: 'dismissed' },
      characteristics: ['applicantType:company', 'purpose:53-1-a', 'purpose:53-1-e', 'dataCategory:51-1-b'],
    });
    await addCase({ submitted: '2026-03-05T08:00:00Z', characteristics: ['purpose:53-1-e'] });
    const { applicantType, purpose } = (await activity(SPRING)).applications;
    expect(applicantType.map(({ key, submitted, dismissed }) => [key, submitted, dismissed])).toEqual([
      ['company', 1, 1],
      ['not-stated', 1, 0],
    ]);
    expect(purpose.map(({ key, submitted }) => [key, submitted])).toEqual([
      ['53-1-a', 1],
      ['53-1-e', 2],
    ]);
  });

  it('times access to the last part, as the lead-time table does, and shows what is open beside it', async () => {
    const access = (first: string, last: string, ended: string): Case => ({
      ...{ submitted: '2026-03-01T00:00:00Z', access: [first, last], ended, outcome: 'access' },
    });
    await addCase(access('2026-03-05T00:00:00Z', '2026-03-11T00:00:00Z', '2026-04-20T00:00:00Z'));
    await addCase(access('2026-03-05T00:00:00Z', '2026-03-31T00:00:00Z', '2026-03-31T00:00:00Z'));
    await addCase(access('2026-05-02T00:00:00Z', '2026-05-02T00:00:00Z', '2026-05-02T00:00:00Z'));
    await addCase({ submitted: '2026-04-20T22:00:00Z' });
    const { daysToAccess } = await activity(SPRING);
    expect(daysToAccess.access).toEqual({ n: 2, mean: 20, p50: 20 });
    expect(daysToAccess.open).toEqual({ n: 2, mean: (60 + 22 / 24 + 10) / 2, p50: (60 + 22 / 24 + 10) / 2 });
    expect(daysToAccess.answer).toEqual({ n: 0, mean: null, p50: null });
    const reports = new LeadTimeReports(database.pool, time, configurationOf([]));
    const { total } = (await reports.report('lead-time', SPRING)) as {
      total: { n: number; seconds: { mean: number } };
    };
    expect([total.n, total.seconds.mean / 86_400]).toEqual([2, 20]);
  });
});
