import { type Configuration, caseConfiguration, checkRebuild, verifyLedger } from '@ledtid/cases';
import { LeadTimeReports } from '@ledtid/lead-time';
import { TurnedTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { PLOTS } from './plots';
import { writeDemonstration } from './write-demonstration';

const UNTIL = '2026-11-20T14:00:00.000Z';

describe('the history of the demonstration', () => {
  const configuration: Configuration = caseConfiguration(loadWorkflows());
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await writeDemonstration({ pool: database.pool, configuration, until: UNTIL });
  }, 120_000);
  afterAll(() => database.drop());

  async function rows<Row extends object>(sql: string): Promise<Row[]> {
    return (await database.pool.query<Row>(sql)).rows;
  }

  it('has cases of every outcome, on both tracks, and some that are open', async () => {
    const ended = await rows<{ outcome: string | null }>(
      `SELECT DISTINCT outcome FROM instance WHERE workflow = 'access-application' ORDER BY outcome`,
    );
    const outcomes = ['access', 'answered', 'dismissed', 'partial', 'refused', 'withdrawn', null];
    expect(ended.map(({ outcome }) => outcome)).toEqual(outcomes);
    const tracks = await rows(
      `SELECT DISTINCT track FROM instance WHERE workflow = 'release' ORDER BY track`,
    );
    expect(tracks).toEqual([{ track: 'ehds' }, { track: 'osl' }]);
  });

  it('is a history: nothing of it lies in the future, and its last day is not long past', async () => {
    const [last] = await rows<{ recorded: string; first: string }>(
      'SELECT max(recorded_at) AS recorded, min(recorded_at) AS first FROM ledger',
    );
    expect(last?.recorded.localeCompare(UNTIL)).toBe(-1);
    expect(last?.recorded.slice(0, 10)).toBe('2026-11-20');
    expect(last?.first.slice(0, 7)).toBe('2025-05');
  });

  it('leaves no step of the machine half done, and nothing to the queues', async () => {
    const [left] = await rows(
      `SELECT (SELECT count(*)::int FROM span WHERE ended_at IS NULL AND leaf LIKE '%.running') AS running,
              (SELECT count(*)::int FROM outbox) AS outbox`,
    );
    expect(left).toEqual({ running: 0, outbox: 0 });
  });

  it('has met and missed deadlines, and none that is overdue without anybody knowing', async () => {
    const found = await rows<{ outcome: string }>(
      'SELECT DISTINCT outcome FROM clock_cycle ORDER BY outcome',
    );
    expect(found.map(({ outcome }) => outcome)).toEqual(['breached', 'met', 'running', 'void']);
    const asleep = await rows(
      `SELECT key FROM clock_cycle WHERE ended_at IS NULL AND wake_up_at < '2026-11-20T00:00:00Z'`,
    );
    expect(asleep).toEqual([]);
  });

  it('numbers its cases without a gap in each year', async () => {
    const found = await rows<{ number: string }>(
      'SELECT registration_number AS number FROM instance WHERE registration_number IS NOT NULL ORDER BY 1',
    );
    const submitted = PLOTS.filter(({ ending }) => ending !== 'draft').length;
    const years = ['2025', '2026'].map((year) => found.filter(({ number }) => number.startsWith(year)));
    expect(years.flat()).toHaveLength(submitted);
    for (const numbers of years) expect(Number(numbers.at(-1)?.number.slice(5))).toBe(numbers.length);
  });

  it('has some things registered later than they happened', async () => {
    const [late] = await rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM ledger WHERE basis = 'letter' AND occurred_at < recorded_at`,
    );
    expect(late?.count).toBeGreaterThan(5);
  });

  it('verifies, and is what its ledgers tell', async () => {
    expect(await verifyLedger(database.pool)).toMatchObject({ fault: null });
    expect(await checkRebuild(database.pool, configuration)).toMatchObject({ differences: [] });
  });

  it('shows where the time after ethics goes: with the slow holder', async () => {
    const reports = new LeadTimeReports(database.pool, new TurnedTime(UNTIL), configuration);
    const report = await reports.report('after-ethics', { by: 'holder' });
    if (!('rows' in report)) throw new Error(report.refused.code);
    const shares = Object.fromEntries(report.rows.map(({ key, contributed }) => [key, contributed.share]));
    expect(shares['registry-hjarta']).toBeGreaterThan(2 * (shares['region-norr'] ?? 1));
  });
});

describe('making the history', () => {
  const configuration: Configuration = caseConfiguration(loadWorkflows());
  const few = PLOTS.slice(0, 3);
  const databases: TestDatabase[] = [];
  afterAll(() => Promise.all(databases.map((database) => database.drop())));

  async function made(check?: () => void): Promise<TestDatabase> {
    const database = await createTestDatabase();
    databases.push(database);
    await writeDemonstration({
      pool: database.pool,
      configuration,
      until: UNTIL,
      plots: few,
      ...(check && { check }),
    });
    return database;
  }

  it('makes the same history again, to the last hash', async () => {
    const heads = 'SELECT id, version, hash FROM instance ORDER BY id';
    const [one, other] = [await made(), await made()];
    expect((await one.pool.query(heads)).rows).toEqual((await other.pool.query(heads)).rows);
  }, 60_000);

  it('leaves nothing at all when it is stopped on the way', async () => {
    let steps = 0;
    const stop = () => {
      steps += 1;
      if (steps > 40) throw new Error('told to stop');
    };
    await expect(made(stop)).rejects.toThrow('told to stop');
    const { rows } = await databases
      .at(-1)!
      .pool.query('SELECT (SELECT count(*)::int FROM ledger) AS events');
    expect(rows).toEqual([{ events: 0 }]);
  }, 60_000);
});
