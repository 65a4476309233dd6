import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoIssuer } from '@ledtid/access';
import { caseConfiguration, checkRebuild, verifyLedger } from '@ledtid/cases';
import { openPackage } from '@ledtid/release';
import { OrderedIds, SystemTime, civilDateOf } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import type { ReleaseSettings } from '../../apps/worker';
import { Canaries } from '../support/canaries';
import { CaseOverHttp } from '../support/case-over-http';
import { parquetRows } from '../support/parquet-rows';
import { type RunningServer, startServer } from '../support/running-server';
import { type Leak, scanDatabase, scanText, scanTree } from '../support/scan-for-identifiers';
import { describeWithSharedData as describe } from '../support/shared-data';
import { type TestDatabase, createTestDatabase } from '../support/test-database';
import { applicationOf, toAccess, toPermit, withOneHolder } from './clinical-case';
import { type ClinicalCohort, loadHolderOne, readClinicalCohort, writeHolderTwo } from './clinical-cohort';
import { type ClinicalExpectation, clinicalExpectation, joinedLines } from './clinical-expectation';
import { writeClinicalOptOuts } from './clinical-opt-outs';
import { CLINICAL_DESCRIPTIONS, HOLDERS, clinicalSelection } from './clinical-permit';

const configuration = caseConfiguration(loadWorkflows());
const time = new SystemTime();

type Tables = Record<'persons' | 'laboratory' | 'events', Record<string, unknown>[]>;

describe('a case over a real cohort, from draft to access over HTTP and the worker', () => {
  let root: string;
  let identity: string;
  let database: TestDatabase;
  let holderOne: TestDatabase;
  let cohort: ClinicalCohort;
  let expected: ClinicalExpectation;
  let server: RunningServer;
  let people: CaseOverHttp;
  let outcome: string | null;
  let canaries: Canaries;
  /** Places that held identifiers while the second holder's data were in hand. */
  let inHand: Leak[];
  let released: Tables;
  let otherPermit: Record<string, unknown>[];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'ledtid-clinical-'));
    [database, holderOne, cohort] = await Promise.all([
      createTestDatabase(),
      createTestDatabase(),
      readClinicalCohort(),
    ]);
    await loadHolderOne(holderOne.url, cohort);
    const optedOut = await writeClinicalOptOuts(join(root, 'opt-outs'), cohort, civilDateOf(time.now()));
    expected = clinicalExpectation(cohort, optedOut);
    canaries = new Canaries(
      cohort.persons.flatMap((row) => [row.id!, row['case.id']!]).filter((id) => id !== ''),
    );
    await serve();
    await workBothHolders();
    await workAnotherPermit();
  }, 240_000);

  afterAll(async () => {
    await server.close();
    await Promise.all([database.drop(), holderOne.drop()]);
    await rm(root, { recursive: true, force: true });
  });

  async function serve(): Promise<void> {
    identity = await generateIdentity();
    const issuer = await DemoIssuer.open({ directory: root, time, ids: new OrderedIds(time) });
    server = await startServer({
      databaseUrl: database.url,
      issuers: [issuer.configuration()],
      releases: await releaseSettings(),
    });
    people = new CaseOverHttp(server.url, issuer);
  }

  async function releaseSettings(): Promise<ReleaseSettings> {
    const folder = (name: string) => ({ kind: 'csv-folder' as const, folder: join(root, name) });
    return {
      area: join(root, 'releases'),
      keys: {
        folder: join(root, 'permit-keys'),
        keyEncryptionKeys: { current: 'test', keys: { test: Buffer.alloc(32, 7) } },
      },
      environment: {
        folder: join(root, 'environment'),
        recipient: await identityToRecipient(identity),
      },
      holders: {
        [HOLDERS.one]: { source: { kind: 'postgresql', connectionString: holderOne.url } },
        [HOLDERS.two]: { source: folder('holder-two') },
      },
      optOuts: [
        {
          ...{ kind: 'article-71', source: folder('opt-outs'), table: 'opt-outs' },
          identifierFormat: 'personnummer',
        },
      ],
      datasets: CLINICAL_DESCRIPTIONS,
      disclosure: clinicalSelection('any').disclosure!,
    };
  }

  async function workBothHolders(): Promise<void> {
    const application = await toPermit(people, applicationOf(clinicalSelection('any')));
    const one = await people.child('data_holder:ines', application, 'release');
    const two = await people.child('data_holder:johan', application, 'release');
    await people.does('data_holder:johan', two, 'RELEASE_DECIDED', { outcome: 'release' });
    await toAccess(people, one, 'data_holder:ines');
    await failTwice(two);
    await toAccess(people, two, 'data_holder:johan');
    outcome = (await people.read('case_officer:cecilia', application)).outcome;
    const [first, second] = [await opened(one, 1), await opened(two, 2)];
    const [persons, laboratory, events] = await Promise.all([
      parquetRows(join(first, 'data/cohort.parquet')),
      parquetRows(join(first, 'data/laboratory.parquet')),
      parquetRows(join(second, 'data/events.parquet')),
    ]);
    released = { persons: persons!, laboratory: laboratory!, events: events! };
  }

  /** An identifier stands where a number should be: first one that is none, then one that reads as one. */
  async function failTwice(release: string): Promise<void> {
    const [holder, engineer] = ['data_holder:johan', 'data_engineer:lars'] as const;
    await misplaced((identifier) => `${identifier}x`);
    await people.does(holder, release, 'CLAIM', { stage: 'extraction' });
    await people.does(holder, release, 'EXTRACT');
    await people.until(holder, release, 'extraction.failed');
    await misplaced((identifier) => identifier);
    await people.does(holder, release, 'RETRY_EXTRACTION');
    await people.until(engineer, release, 'pseudonymisation.failed');
    inHand = await scanTree(join(root, 'releases'), canaries);
    await writeHolderTwo(join(root, 'holder-two'), cohort);
    const why = { code: 'direct-identifiers', reason: 'An identifier stands among the numbers.' };
    await people.does(engineer, release, 'RETURN_TO_HOLDER', why);
  }

  async function misplaced(spelling: (identifier: string) => string): Promise<void> {
    const row = { ...expected.events[0]!, days: spelling(expected.events[0]!.id!) };
    await writeHolderTwo(join(root, 'holder-two'), { ...cohort, events: [...cohort.events, row] });
  }

  /** The same persons once more, for another permit. */
  async function workAnotherPermit(): Promise<void> {
    const application = await toPermit(people, applicationOf(withOneHolder(clinicalSelection('any'))));
    const one = await people.child('data_holder:ines', application, 'release');
    await toAccess(people, one, 'data_holder:ines');
    otherPermit = await parquetRows(join(await opened(one, 1), 'data/cohort.parquet'));
  }

  async function opened(release: string, attempt: number): Promise<string> {
    const into = join(root, 'opened', release);
    const answer = await openPackage(join(root, 'environment', `${release}-${attempt}`), identity, into);
    if (!answer.done) throw new Error(JSON.stringify(answer.refusals));
    return into;
  }

  it('ends with access, after the second holder had mended its data twice', async () => {
    expect(outcome).toBe('access');
    const { rows } = await database.pool.query(
      `SELECT type, record->>'code' AS code FROM ledger WHERE type LIKE '%\\_FAILED' ORDER BY recorded_at`,
    );
    expect(rows).toEqual([
      { type: 'EXTRACTION_FAILED', code: 'values-not-as-described' },
      { type: 'PSEUDONYMISATION_FAILED', code: 'identifier-left' },
    ]);
  });

  it('gives the rows that an independent computation gives', () => {
    expect(expected.persons.length).toBeGreaterThan(5_000);
    const counts = ({ persons, laboratory, events }: Tables | ClinicalExpectation) => [
      persons.length,
      laboratory.length,
      events.length,
    ];
    expect(counts(released)).toEqual(counts(expected));
  });

  it('joins the packages of both holders on pseudonyms as the raw rows join on personnummer', () => {
    const joined = joinedLines(released);
    expect(joined).toEqual(joinedLines(expected));
    const persons = new Set(released.persons.map((row) => row.id));
    expect(persons.size).toBe(expected.persons.length);
    expect(released.events.filter((row) => !persons.has(row.id))).toEqual([]);
  });

  it('gives another permit pseudonyms that do not join with these', () => {
    expect(otherPermit).toHaveLength(released.persons.length);
    const first = new Set(released.persons.map((row) => row.id));
    expect(otherPermit.filter((row) => first.has(row.id) || first.has(row['case.id']))).toEqual([]);
  });

  it('leaves no identifier in packages, logs, answers, working folders or Ledtid’s own database', async () => {
    expect(inHand.length).toBeGreaterThan(0);
    for (const folder of ['releases', 'permit-keys', 'environment', 'opened']) {
      expect(await scanTree(join(root, folder), canaries)).toEqual([]);
    }
    expect(scanText('log', server.logged.join('\n'), canaries)).toEqual([]);
    expect(scanText('answers', people.heard.join('\n'), canaries)).toEqual([]);
    expect(await scanDatabase(database.url, canaries)).toEqual([]);
    // The search itself finds them where they are, and has looked at the queues' tables as well.
    expect((await scanDatabase(holderOne.url, canaries)).map(({ place }) => place)).toEqual([
      'public.nafld1',
      'public.nafld2',
    ]);
    const marks = new Canaries(['values-not-as-described']);
    const places = (await scanDatabase(database.url, marks)).map(({ place }) => place);
    expect(places).toEqual(expect.arrayContaining(['public.ledger']));
    expect(places.some((place) => place.startsWith('bullmq.'))).toBe(true);
  });

  it('leaves a ledger that verifies and from which all facts can be told again', async () => {
    expect(await verifyLedger(database.pool)).toMatchObject({ fault: null });
    expect(await checkRebuild(database.pool, configuration)).toMatchObject({ differences: [] });
  });
});
