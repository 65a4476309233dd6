import { type Instant, TurnedTime } from '@ledtid/time';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { configurationOf } from '../../../test/support/memory-family';
import { isRefusal } from '../refusal';
import { LeadTimeReports } from '../lead-time-reports';
import type { ReportQuery } from '../reports/query';

const NOW = '2026-04-01T10:00:00.000Z';
const DAY = 86_400;
const day = (date: string): Instant => `2026-03-${date}T00:00:00.000Z`;

interface Wait {
  readonly of?: string;
  readonly stage?: string;
  readonly activity?: string;
  readonly party?: string;
  readonly cause: string | null;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly asked?: Instant;
}

/** One case with an inquiry to a holder, and what it waited for, written by hand. */
const CASE = '00000000-0000-4000-8000-000000000001';
const INQUIRY = '00000000-0000-4000-8000-000000000002';

const WAITS: readonly Wait[] = [
  { cause: 'no-officer-assigned', from: day('02'), to: day('06') },
  { cause: null, from: day('06'), to: day('07'), asked: '2026-03-06T12:00:00.000Z' },
  { cause: 'unknown', from: day('07'), to: day('09') },
  { cause: null, activity: 'assigned', from: day('09'), to: day('19') },
  { cause: 'applicant-answer', activity: 'paused', party: 'applicant', from: day('19'), to: day('22') },
  // The parent only waits for its children.
  { cause: null, activity: 'paused', stage: 'none', from: day('22'), to: null },
  // Asked about and explained as a whole: nothing is left of the wait without a cause.
  { of: INQUIRY, cause: null, party: 'holder', from: day('22'), to: day('22'), asked: day('30') },
  { of: INQUIRY, cause: 'staff-absence', party: 'holder', from: day('22'), to: null },
];

describe('the report of causes', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await instance(CASE, null, null);
    await instance(INQUIRY, CASE, 'region-norr');
    for (const [index, wait] of WAITS.entries()) await span(wait, index + 1);
  });
  afterAll(() => database.drop());

  async function instance(id: string, parent: string | null, holder: string | null): Promise<void> {
    await database.pool.query(
      `INSERT INTO instance (id, workflow, workflow_version, parent_id, root_id, holder, depends_on, owner, version,
         value, context, status, leaves, form_version, assessors, regions, form_changed, hash, created_at,
         first_submitted_at)
       VALUES ($1, $2, 1, $3, $4, $5, '{}', 'alva', 1, '{}', '{}', 'active', '{}', 1, '{}', '{}', 1, '', $6, $7)`,
      [id, parent ? 'feasibility-inquiry' : 'access-application', parent, CASE, holder, day('02'), day('02')],
    );
  }

  async function span({ of = CASE, asked, ...wait }: Wait, opened: number): Promise<void> {
    const { stage = 'legal-review', activity = 'waiting', party = 'hdab', cause, from, to } = wait;
    await database.pool.query(
      `INSERT INTO span (instance_id, root_id, region, opened, closed, leaf, stage, activity, party, cause, holder,
         started_at, ended_at, recording_lag, cause_asked_at)
       VALUES ($1, $2, '', $3, $4, 'leaf', $5, $6, $7, $8, NULL, $9, $10, 0, $11)`,
      [of, CASE, opened, to && opened + 1, stage, activity, party, cause, from, to, asked ?? null],
    );
  }

  async function ask(query: ReportQuery = {}) {
    const reports = new LeadTimeReports(database.pool, new TurnedTime(NOW), configurationOf([]));
    const answer = await reports.report('causes', query);
    if (isRefusal(answer)) throw new Error(answer.refused.reason);
    if (answer.report !== 'causes') throw new Error(`Got ${answer.report}.`);
    return answer;
  }

  it('tells what cases waited for, the longest first, open waits until now', async () => {
    const { pareto, seconds, spans, definition, method } = await ask();
    const open = 10 * DAY + 10 * 3600;
    expect(pareto.map((row) => [row.cause, row.seconds, row.spans])).toEqual([
      ['staff-absence', open, 1],
      ['no-officer-assigned', 4 * DAY, 1],
      ['applicant-answer', 3 * DAY, 1],
      ['unknown', 2 * DAY, 1],
      [null, DAY, 1],
    ]);
    expect([seconds, spans]).toEqual([10 * DAY + open, 5]);
    expect(pareto.at(-1)!.cumulative).toBe(1);
    expect([definition.slice(0, 15), method]).toEqual(['Why cases stood', 'exact']);
  });

  it('says what share of the waiting nobody explained, and how often somebody was asked', async () => {
    const { unexplained, asked, seconds } = await ask();
    expect(unexplained).toEqual({ seconds: 3 * DAY, share: (3 * DAY) / seconds });
    expect(asked).toBe(2);
  });

  it('tells it of each party', async () => {
    const { parties } = await ask();
    expect(parties.map(({ party, spans, asked }) => [party, spans, asked])).toEqual([
      ['holder', 1, 1],
      ['hdab', 3, 1],
      ['applicant', 1, 0],
    ]);
    expect(parties[1]!.pareto.map(({ cause, share }) => [cause, share])).toEqual([
      ['no-officer-assigned', 4 / 7],
      ['unknown', 2 / 7],
      [null, 1 / 7],
    ]);
    expect(parties.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('counts of each wait the part inside the period, to the instant', async () => {
    // Days of the period begin in Stockholm, an hour before those of the waits.
    const { pareto, asked } = await ask({ from: '2026-03-04', to: '2026-03-08' });
    expect(pareto.map((row) => [row.cause, row.seconds])).toEqual([
      ['no-officer-assigned', 2 * DAY + 3600],
      [null, DAY],
      ['unknown', DAY - 3600],
    ]);
    expect(asked).toBe(1);
  });

  it('leaves out a wait that only touches the period', async () => {
    const { pareto } = await ask({ to: '2026-03-02' });
    expect(pareto).toEqual([]);
    expect(await ask({ from: '2026-04-02' })).toMatchObject({ spans: 0, seconds: 0, parties: [] });
  });

  it('means by a workflow what every report means', async () => {
    const { pareto } = await ask({ workflow: 'feasibility-inquiry' });
    expect(pareto.map(({ cause }) => cause)).toEqual(['staff-absence']);
  });

  it('refuses rows by anything but the cause', async () => {
    const reports = new LeadTimeReports(database.pool, new TurnedTime(NOW), configurationOf([]));
    expect(await reports.report('causes', { by: 'month' })).toMatchObject({
      refused: { code: 'unknown-dimension' },
    });
  });
});
