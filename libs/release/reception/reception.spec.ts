import { appendFile, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Canaries } from '../../../test/support/canaries';
import { type DemonstrationBody, demonstrationBody } from '../../../test/support/demonstration-release';
import { fileDigest } from '../digest';
import { extract } from '../extraction/extraction';
import type { ExtractionInput } from '../extraction/extraction-input';
import type { Manifest } from '../extraction/manifest';
import { checkReception } from './reception';

// Each test runs whole steps on files, on a machine that may be busy with other tests.
jest.setTimeout(30_000);

describe('the reception of a package', () => {
  let body: DemonstrationBody;
  let input: ExtractionInput;
  let folder: string;
  beforeAll(async () => (body = await demonstrationBody(200)));
  afterAll(() => body.remove());
  beforeEach(async () => {
    input = body.input('permit-a', 'one');
    folder = body.area.received(input.release, 1);
    await extract(input, body.context);
  });
  afterEach(() => body.area.wipeRelease('permit-a-one'));

  async function manifest(change: (manifest: Manifest) => void): Promise<void> {
    const path = join(folder, 'manifest.json');
    const content = JSON.parse(await readFile(path, 'utf8')) as Manifest;
    change(content);
    await writeFile(path, JSON.stringify(content));
  }

  /** What a holder does that sends something else, and describes it truly. */
  async function resend(dataset: string, select: string): Promise<void> {
    const path = join(folder, `data/${dataset}.parquet`);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(
      `COPY (${select.replaceAll('SENT', `read_parquet('${path}')`)}) TO '${path}.new' (FORMAT parquet)`,
    );
    const rows = Number(
      (await connection.runAndReadAll(`SELECT count(*) FROM read_parquet('${path}.new')`)).getRows()[0]![0],
    );
    connection.closeSync();
    instance.closeSync();
    await rename(`${path}.new`, path);
    const digest = await fileDigest(path);
    const { size } = await stat(path);
    await manifest((content) =>
      Object.assign(
        content.datasets.find((sent) => sent.dataset === dataset)!,
        { rows, bytes: size, sha256: digest },
      ),
    );
  }

  async function codes(): Promise<string[]> {
    const report = await checkReception(input, body.context);
    expect(report.accepted).toBe(report.findings.length === 0);
    const canaries = new Canaries(body.rows.patients.slice(1).map((row) => row[0]!));
    expect(canaries.count(Buffer.from(JSON.stringify(report)))).toBe(0);
    return [...new Set(report.findings.map((finding) => finding.code))];
  }

  it('accepts what the extraction made, and has checked all of it', async () => {
    expect(await checkReception(input, body.context)).toEqual({
      accepted: true,
      findings: [],
      unchecked: [],
    });
  });

  it('says what the delivered rows alone cannot show', async () => {
    input.selection.datasets[0]!.variables = ['sex'];
    input.selection.datasets[0]!.generalise = [];
    delete input.selection.disclosure;
    await body.area.wipeRelease(input.release);
    await extract(input, body.context);
    const report = await checkReception(input, body.context);
    expect(report).toMatchObject({
      accepted: true,
      unchecked: ['population:patients', 'population:laboratory'],
    });
  });

  const damages: [string, string, () => Promise<void>][] = [
    ['manifest-unreadable', 'has no manifest', () => rm(join(folder, 'manifest.json'))],
    [
      'manifest-unreadable',
      'has a manifest cut short',
      () => writeFile(join(folder, 'manifest.json'), '{"format":'),
    ],
    [
      'manifest-unreadable',
      'names a file outside itself',
      () => manifest((content) => (content.datasets[0]!.file = '../../etc/passwd.csv')),
    ],
    [
      'package-of-another-release',
      'is another release’s',
      () => manifest((content) => (content.release = 'other')),
    ],
    [
      'package-of-another-release',
      'was made for another version of the permit',
      () => manifest((content) => (content.selectionDigest = 'f'.repeat(64))),
    ],
    [
      'dataset-missing',
      'lacks a dataset',
      () =>
        manifest((content) => content.datasets.pop()).then(() => rm(join(folder, 'data/laboratory.parquet'))),
    ],
    ['file-missing', 'lacks a file', () => rm(join(folder, 'data/patients.parquet'))],
    [
      'checksum-differs',
      'was changed on the way',
      () => appendFile(join(folder, 'data/patients.parquet'), 'x'),
    ],
    ['file-not-described', 'has a file more', () => writeFile(join(folder, 'data/notes.csv'), 'x\n')],
    ['variable-missing', 'lacks a variable', () => resend('patients', 'SELECT * EXCLUDE (sex) FROM SENT')],
    [
      'variable-not-permitted',
      'has a variable more',
      () => resend('patients', `SELECT *, 'x' AS name FROM SENT`),
    ],
    [
      'variable-of-other-type',
      'has a number as text',
      () => resend('patients', 'SELECT * REPLACE (CAST(age AS VARCHAR) AS age) FROM SENT'),
    ],
    [
      'manifest-differs',
      'is described otherwise than it was asked for',
      () => manifest((content) => content.datasets[0]!.variables.pop()),
    ],
    [
      'row-count-differs',
      'has other rows than it says',
      () => manifest((content) => (content.datasets[0]!.rows += 1)),
    ],
    [
      'person-identifier-malformed',
      'has an identifier that is none',
      () => resend('laboratory', `SELECT * REPLACE ('nobody' AS personnummer) FROM SENT`),
    ],
    [
      'rows-outside-population',
      'has a person too young',
      () => resend('patients', 'SELECT * REPLACE (CAST(20 AS BIGINT) AS age) FROM SENT'),
    ],
    [
      'rows-not-permitted',
      'has a test that was not asked for',
      () =>
        resend(
          'laboratory',
          `SELECT * REPLACE (CASE WHEN value > 50 THEN 'crp' ELSE test END AS test) FROM SENT`,
        ),
    ],
    ['rows-of-opted-out', 'has a person who opted out', () => optedOut()],
  ];

  async function optedOut(): Promise<void> {
    const [person] = body.optedOut;
    await resend(
      'laboratory',
      `SELECT * FROM SENT UNION ALL (SELECT * REPLACE ('${person}' AS personnummer) FROM SENT LIMIT 1)`,
    );
    await resend(
      'patients',
      `SELECT * FROM SENT UNION ALL (SELECT * REPLACE ('${person}' AS personnummer) FROM SENT LIMIT 1)`,
    );
  }

  it.each(damages)('finds %s when the package %s', async (code, _what, damage) => {
    await damage();
    expect(await codes()).toContain(code);
  });

  it('measures the second holder’s rows against the population that the body kept', async () => {
    const two = body.input('permit-a', 'two');
    await extract(two, body.context);
    expect(await checkReception(two, body.context)).toMatchObject({ accepted: true, unchecked: [] });
    input = two;
    folder = body.area.received(two.release, 1);
    await resend(
      'heart-events',
      `SELECT * FROM SENT UNION ALL (SELECT * REPLACE ('194503219805' AS person) FROM SENT LIMIT 1)`,
    );
    expect(await codes()).toEqual(['rows-outside-population']);
  });
});
