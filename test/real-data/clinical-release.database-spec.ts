import { join } from 'node:path';
import { extract, type ExtractionInput } from '@ledtid/release';
import { Canaries } from '../support/canaries';
import { parquetRows } from '../support/parquet-rows';
import { type ReleaseBody, releaseBody, type Released, runRelease } from '../support/release-body';
import { scanDatabase, scanText, scanTree } from '../support/scan-for-identifiers';
import { describeWithSharedData as describe } from '../support/shared-data';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { type ClinicalCohort, loadHolderOne, readClinicalCohort, writeHolderTwo } from './clinical-cohort';
import {
  clinicalExpectation,
  type ClinicalExpectation,
  joinedLines,
  permittedPersons,
} from './clinical-expectation';
import { writeClinicalOptOuts } from './clinical-opt-outs';
import {
  CLINICAL_DESCRIPTIONS,
  clinicalSelection,
  HOLDERS,
  LABORATORY_TESTS,
  PERMIT_ISSUED_AT,
} from './clinical-permit';

// Half a million rows through every step, on a machine that may be busy with other tests.
jest.setTimeout(60_000);

describe('a real cohort released by two holders', () => {
  let holderOne: TestDatabase;
  let body: ReleaseBody;
  let cohort: ClinicalCohort;
  let expected: ClinicalExpectation;
  let optedOut: Set<string>;
  let canaries: Canaries;
  let one: Released;
  let two: Released;

  beforeAll(async () => {
    [holderOne, body, cohort] = await Promise.all([
      createTestDatabase(),
      releaseBody(),
      readClinicalCohort(),
    ]);
    await Promise.all([
      loadHolderOne(holderOne.url, cohort),
      writeHolderTwo(join(body.root, 'holder-two'), cohort),
    ]);
    optedOut = await writeClinicalOptOuts(join(body.root, 'opt-outs'), cohort, PERMIT_ISSUED_AT.slice(0, 10));
    expected = clinicalExpectation(cohort, optedOut);
    const everybody = cohort.persons.flatMap((row) => [row.id!, row['case.id']!]).filter((id) => id !== '');
    canaries = new Canaries(everybody);
    one = await runRelease(body, input('permit-a', 'one'));
    two = await runRelease(body, input('permit-a', 'two'));
  }, 120_000);

  afterAll(async () => {
    await holderOne.drop();
    await body.remove();
  });

  function input(permit: string, holder: 'one' | 'two'): ExtractionInput {
    return {
      release: `${permit}-${holder}`,
      attempt: 1,
      holder: HOLDERS[holder],
      selection: clinicalSelection(permit),
      permitIssuedAt: PERMIT_ISSUED_AT,
      descriptions: CLINICAL_DESCRIPTIONS,
      source:
        holder === 'one'
          ? { kind: 'postgresql', connectionString: holderOne.url }
          : { kind: 'csv-folder', folder: join(body.root, 'holder-two') },
      optOuts: [
        {
          kind: 'article-71',
          source: { kind: 'csv-folder', folder: join(body.root, 'opt-outs') },
          table: 'opt-outs',
          identifierFormat: 'personnummer',
        },
      ],
      populations: holder === 'one' ? [] : [{ dataset: 'cohort', release: `${permit}-one` }],
    };
  }

  async function released(
    first: Released,
    second: Released,
  ): Promise<Record<'persons' | 'laboratory' | 'events', Record<string, unknown>[]>> {
    const [persons, laboratory, events] = await Promise.all([
      parquetRows(join(first.opened, 'data/cohort.parquet')),
      parquetRows(join(first.opened, 'data/laboratory.parquet')),
      parquetRows(join(second.opened, 'data/events.parquet')),
    ]);
    return { persons: persons!, laboratory: laboratory!, events: events! };
  }

  it('gives the rows that an independent computation gives', async () => {
    expect(expected.persons.length).toBeGreaterThan(5_000);
    expect(one.delivered.rows).toEqual({
      cohort: expected.persons.length,
      laboratory: expected.laboratory.length,
    });
    expect(two.delivered.rows).toEqual({ events: expected.events.length });
    const rows = await released(one, two);
    expect(new Set(rows.laboratory.map((row) => row.test))).toEqual(new Set(LABORATORY_TESTS));
    expect(rows.persons.filter((row) => row['case.id'] === null)).toHaveLength(
      expected.persons.filter((row) => row['case.id'] === '' || optedOut.has(row['case.id']!)).length,
    );
  });

  it('joins the packages of both holders on pseudonyms as the raw rows join on personnummer', async () => {
    const joined = joinedLines(await released(one, two));
    expect(joined.length).toBe(expected.persons.length);
    expect(joined).toEqual(joinedLines(expected));
  });

  it('leaves out the five who opted out, and only them', () => {
    const permitted = permittedPersons(cohort);
    expect(expected.persons).toHaveLength(permitted.size - 5);
  });

  it('gives another permit pseudonyms that do not join with these', async () => {
    const other = await runRelease(body, input('permit-b', 'one'));
    const before = new Set((await parquetRows(join(one.opened, 'data/cohort.parquet'))).map((row) => row.id));
    const after = await parquetRows(join(other.opened, 'data/cohort.parquet'));
    expect(after).toHaveLength(before.size);
    expect(after.filter((row) => before.has(row.id) || before.has(row['case.id']))).toEqual([]);
  });

  it('leaves no identifier in packages, working folders, keys or progress', async () => {
    expect(await scanTree(body.area.root, canaries)).toEqual([]);
    expect(await scanTree(join(body.root, 'keys'), canaries)).toEqual([]);
    expect(await scanTree(body.target, canaries)).toEqual([]);
    expect(await scanTree(join(body.root, 'opened'), canaries)).toEqual([]);
    expect(scanText('progress', body.told.join('\n'), canaries)).toEqual([]);
    // The search itself: it finds them where they are.
    expect(await scanDatabase(holderOne.url, canaries)).toEqual([
      { place: 'public.nafld1', count: expect.any(Number) },
      { place: 'public.nafld2', count: expect.any(Number) },
    ]);
  });

  it('names no identifier when a source holds one where a number should be', async () => {
    const [row] = cohort.events;
    await writeHolderTwo(join(body.root, 'broken'), {
      ...cohort,
      events: [
        { ...row!, days: row!.id! },
        { ...row!, days: `${row!.id!}x` },
      ],
    });
    const broken: ExtractionInput = {
      ...input('permit-a', 'two'),
      release: 'broken',
      source: { kind: 'csv-folder', folder: join(body.root, 'broken') },
    };
    const outcome = await extract(broken, body.context);
    expect(outcome).toMatchObject({
      done: false,
      refusals: [{ code: 'values-not-as-described', details: { variable: 'days', count: 1 } }],
    });
    expect(scanText('refusal', JSON.stringify(outcome), canaries)).toEqual([]);
    const gone = extract(
      {
        ...input('permit-a', 'one'),
        release: 'gone',
        source: { kind: 'postgresql', connectionString: holderOne.url, schema: 'nowhere' },
      },
      body.context,
    );
    expect(await gone).toMatchObject({
      done: false,
      refusals: [{ code: 'source-lacks-table' }, { code: 'source-lacks-table' }],
    });
    expect(await scanTree(body.area.root, canaries)).toEqual([]);
  });
});
