import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type LedgerRow, caseConfiguration, checkRebuild, verifyLedger } from '@ledtid/cases';
import { LeadTimeReports, type Report, isRefusal } from '@ledtid/lead-time';
import { demonstrationRows, openPackage } from '@ledtid/release';
import { SystemTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { type DemoDocument, runDemo } from '../../apps/cli';
import { Canaries } from '../support/canaries';
import { type DemonstrationServer, startDemonstration } from '../support/demonstration-server';
import { parquetRows } from '../support/parquet-rows';
import { scanDatabase, scanText, scanTree } from '../support/scan-for-identifiers';

const configuration = caseConfiguration(loadWorkflows());

/** Two at once on one server: what one does must neither help nor hinder the other. */
describe('the demonstration, twice over HTTP', () => {
  let server: DemonstrationServer;
  let demo: DemoDocument;
  let other: DemoDocument;

  beforeAll(async () => {
    server = await startDemonstration();
    [demo, other] = await Promise.all([run(), run()]);
  }, 180_000);
  afterAll(() => server.close());

  function run(): Promise<DemoDocument> {
    return runDemo({
      ...{ serverUrl: server.url, time: new SystemTime(), packages: server.packages },
      tokenOf: (asked) => server.issuer.issueToken(asked),
    });
  }

  async function rows<Row>(statement: string, values: unknown[] = [demo.case.id]): Promise<Row[]> {
    return (await server.database.pool.query(statement, values)).rows as Row[];
  }

  async function report(name: Report['report'], query = {}): Promise<Report> {
    const reports = new LeadTimeReports(server.database.pool, new SystemTime(), configuration);
    const answer = await reports.report(name, { case: demo.case.id, ...query });
    if (isRefusal(answer)) throw new Error(answer.refused.reason);
    return answer;
  }

  function row({ rows: all }: Report, key: string): Report['rows'][number] {
    return all.find((one) => one.key === key)!;
  }

  it('ends with access to less than was applied for, each time as a case of its own', () => {
    const ended = { outcome: 'partial', state: ['partially-completed'] };
    expect([demo.case, other.case]).toMatchObject([ended, ended]);
    const numbers = [demo.case, other.case].map(({ registrationNumber }) => registrationNumber).sort();
    expect(numbers).toEqual([expect.stringMatching(/^\d{4}-00001$/), expect.stringMatching(/^\d{4}-00002$/)]);
  });

  it('goes through every stage of every workflow', async () => {
    const visited = await rows<{ stage: string }>('SELECT DISTINCT stage FROM span WHERE root_id = $1');
    const stages = new Set(visited.map(({ stage }) => stage));
    expect([...stages].filter((stage) => stage !== 'none').sort()).toEqual(
      [...configuration.registry.stages()].sort(),
    );
  });

  it('is the work of nine identities, and of the queues', async () => {
    const found = await rows<{ actor: string }>(
      'SELECT DISTINCT actor FROM ledger l JOIN instance i ON i.id = l.instance_id WHERE i.root_id = $1',
    );
    const actors = found.map(({ actor }) => actor);
    const people = actors.filter((actor) => !actor.startsWith('system:'));
    expect(people.sort()).toEqual(
      ['alva', 'cecilia', 'farid', 'gunilla', 'hanna', 'ines', 'johan', 'karin', 'lars'].sort(),
    );
    expect(actors).toContain('system:extraction');
  });

  it('shows what is refused: the uncovered dataset, and the reviewer who would decide', () => {
    const refused = demo.steps.filter(({ refusal }) => refusal !== null);
    expect(refused).toMatchObject([
      { who: { subject: 'hanna' }, refusal: { status: 409, code: 'ethics-not-covered' } },
      { who: { subject: 'hanna' }, refusal: { status: 403, code: 'four-eyes' } },
    ]);
    const assessed = demo.steps.filter(
      ({ command, refusal }) => command === 'FINISH_LEGAL_REVIEW' && refusal === null,
    );
    expect(assessed).toMatchObject([{ who: { subject: 'hanna' } }]);
    const granted = demo.steps.find(({ command, refusal }) => command === 'GRANT' && refusal === null);
    expect(granted).toMatchObject({ who: { subject: 'gunilla' } });
  });

  it('registers two steps later than they happened, and says how they became known', async () => {
    const late = await rows<LedgerRow>(
      `SELECT l.type, l.basis FROM ledger l JOIN instance i ON i.id = l.instance_id
       WHERE i.root_id = $1 AND l.recorded_at >= l.occurred_at + interval '1 second' ORDER BY l.recorded_at`,
    );
    expect(late).toEqual([
      { type: 'RECORD_ETHICS', basis: 'letter' },
      { type: 'CONFIRM_RECEIPT', basis: 'phone' },
    ]);
    const lags = await rows<{ n: number }>(
      'SELECT count(*) AS n FROM span WHERE root_id = $1 AND recording_lag > 0',
    );
    expect(lags).toEqual([{ n: 2 }]);
  });

  it('reaches its milestones in order', async () => {
    const found = await rows<{ key: string }>(
      `SELECT DISTINCT ON (m.key) m.key, m.at FROM milestone m WHERE m.root_id = $1 ORDER BY m.key, m.at`,
    );
    expect(found.map(({ key }) => key)).toEqual([
      'accepted',
      'access',
      'ethics-covering',
      'ethics-original',
      'permit',
      'receipt',
      'submitted',
    ]);
    const at = await rows<Record<string, string>>(
      `SELECT min(at) FILTER (WHERE key = 'submitted') AS submitted, min(at) FILTER (WHERE key = 'permit') AS permit,
         min(at) FILTER (WHERE key = 'accepted') AS accepted, min(at) FILTER (WHERE key = 'access') AS first,
         max(at) FILTER (WHERE key = 'access') AS last FROM milestone WHERE root_id = $1`,
    );
    const { submitted, permit, accepted, first, last } = at[0]!;
    const moments = [submitted, permit, accepted, first, last];
    expect(moments).toEqual([...moments].sort());
    expect(new Set(moments).size).toBe(moments.length);
  });

  it('counts the returned package as rework, and the wait for the other holder by its cause', async () => {
    const whole = await report('lead-time');
    expect(row(whole, 'extraction')).toMatchObject({ n: 3, open: 0 });
    expect(row(whole, 'reception').n).toBe(3);
    expect(row(whole, 'pseudonymisation').n).toBe(2);
    expect(row(whole, 'prequalification').n).toBe(2);
    expect(Object.keys(row(whole, 'extraction').causes)).toEqual(
      expect.arrayContaining(['other-holder', 'redelivery']),
    );
    expect(row(whole, 'legal-review').causes['ethics-amendment']).toBeGreaterThan(0);
  });

  it.each(['lead-time', 'after-ethics'] as const)('%s of the case adds up to its whole', async (name) => {
    const { cohort, outcomes, total, rows: parts } = await report(name);
    expect([cohort.cases, cohort.open, outcomes.partial]).toEqual([1, 0, 1]);
    const [ends] = await rows<{ seconds: number }>(
      `SELECT extract(epoch FROM max(at) FILTER (WHERE key = 'access')
         - max(at) FILTER (WHERE key = 'submitted'))::float8 AS seconds FROM milestone WHERE root_id = $1`,
    );
    expect(total.seconds.sum).toBeCloseTo(ends!.seconds, 3);
    expect(parts.reduce((sum, part) => sum + part.contributed.seconds, 0)).toBeCloseTo(ends!.seconds, 3);
    expect(parts.reduce((sum, part) => sum + part.contributed.share, 0)).toBeCloseTo(1, 9);
  });

  it('gives over HTTP the story of a case, whose parts are the figures of the report', async () => {
    const { story, rows: parts } = demo.leadTime as Report;
    expect(story?.text[0]).toContain(`${demo.case.registrationNumber}: `);
    expect(story?.text.at(-1)).toMatch(/^Sum: /);
    const told = Object.fromEntries(story!.rows.map(({ key, seconds }) => [key, seconds]));
    const contributed = parts.filter((part) => part.contributed.seconds > 0);
    expect(told).toEqual(Object.fromEntries(contributed.map((part) => [part.key, part.contributed.seconds])));
    const turns = story!.visits
      .filter(({ stage }) => stage === 'legal-review')
      .flatMap((visit) => visit.turns);
    expect(turns.map(({ cause }) => cause)).toContain('ethics-amendment');
  });

  it('prints the lead time of its own case and of no other', async () => {
    expect(demo.leadTime).toEqual({ ...(await report('lead-time')), refreshedAt: expect.any(String) });
    const token = await server.issuer.issueToken({ role: 'manager' });
    const asked = await fetch(`${server.url}/api/v1/reports/lead-time?case=${demo.case.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([asked.status, ((await asked.json()) as { code: string }).code]).toEqual([404, 'unknown-case']);
  });

  it('leaves packages of both holders that join on pseudonyms, and nothing else', async () => {
    const opened = await Promise.all(
      demo.releases.map(async ({ id, package: place }) => {
        const into = join(server.root, 'opened', id);
        expect(await openPackage(place!, server.identity, into)).toMatchObject({ done: true });
        return into;
      }),
    );
    const patients = await parquetRows(join(opened[0]!, 'data/patients.parquet'));
    const events = await parquetRows(join(opened[1]!, 'data/heart-events.parquet'));
    const persons = new Set(patients.map((one) => one.personnummer));
    expect(events.length).toBeGreaterThan(100);
    expect(events.filter((one) => !persons.has(one.person))).toEqual([]);
    for (const folder of ['work', 'received', 'prepared', 'populations']) {
      expect(await readdir(join(server.root, 'releases', folder)).catch(() => [])).toEqual([]);
    }
  });

  it('leaves no identifier in database, log, working folders or packages', async () => {
    const { patients } = demonstrationRows();
    const canaries = new Canaries(patients.slice(1).map((one) => one[0]!));
    expect(await scanDatabase(server.database.url, canaries)).toEqual([]);
    expect(scanText('log', server.logged.join('\n'), canaries)).toEqual([]);
    for (const folder of ['releases', 'permit-keys', 'opened', join('demonstration', 'environment')]) {
      expect(await scanTree(join(server.root, folder), canaries)).toEqual([]);
    }
    // The search itself finds them where they are.
    expect(await scanTree(join(server.root, 'demonstration', 'holder-two'), canaries)).toHaveLength(1);
  });

  it('leaves a ledger that verifies and tells all facts, and betrays a hand edit of any row', async () => {
    const { pool } = server.database;
    expect(await verifyLedger(pool)).toMatchObject({ fault: null });
    expect(await checkRebuild(pool, configuration)).toMatchObject({ differences: [] });
    const [granted] = await rows<{ id: string; number: number }>(
      `SELECT instance_id AS id, number FROM ledger WHERE instance_id = $1 AND type = 'GRANT'`,
    );
    await pool.query(`ALTER TABLE ledger DISABLE TRIGGER ledger_append_only;
      UPDATE ledger SET actor = 'hanna' WHERE instance_id = '${granted!.id}' AND number = ${granted!.number};
      ALTER TABLE ledger ENABLE TRIGGER ledger_append_only`);
    expect((await verifyLedger(pool)).fault).toMatchObject({
      ...{ code: 'ledger-row-changed', instanceId: granted!.id, number: granted!.number },
    });
  });
});
