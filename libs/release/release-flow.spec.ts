import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Canaries } from '../../test/support/canaries';
import { parquetRows } from '../../test/support/parquet-rows';
import { type ReleaseBody, releaseBody, runRelease } from '../../test/support/release-body';
import { scanTree } from '../../test/support/scan-for-identifiers';
import { DEMONSTRATION_DESCRIPTIONS, demonstrationSelection } from './demonstration/demonstration-permit';
import { demonstrationRows, type Table } from './demonstration/demonstration-rows';
import { writeHolderFolder, writeOptOuts } from './demonstration/write-demonstration';
import type { ExtractionInput } from './extraction/extraction';

const rows = demonstrationRows(300, 7);
const ISSUED = '2026-02-01T08:00:00.000Z';

/** The permitted persons, worked out without the product: over 50, a test of the three, not opted out. */
function permittedPersons(): Set<string> {
  const tested = new Set(
    records(rows.laboratory)
      .filter((row) => ['hba1c', 'ldl', 'bnp'].includes(row.test!))
      .map((row) => row.personnummer!),
  );
  const optedOut = new Set(rows.patients.slice(1, 4).map((row) => row[0]!));
  const chosen = records(rows.patients).filter(
    (row) => Number(row.age) > 50 && tested.has(row.personnummer!) && !optedOut.has(row.personnummer!),
  );
  return new Set(chosen.map((row) => row.personnummer!));
}

function records([header = [], ...lines]: Table): Record<string, string>[] {
  return lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])));
}

async function writeTable(folder: string, name: string, table: Table): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.csv`), table.map((row) => `${row.join(',')}\n`).join(''));
}

describe('a permit released by two holders', () => {
  let body: ReleaseBody;
  beforeAll(async () => {
    body = await releaseBody();
    await writeTable(join(body.root, 'one'), 'patients', rows.patients);
    await writeTable(join(body.root, 'one'), 'laboratory', rows.laboratory);
    await writeHolderFolder(join(body.root, 'two'), rows);
    await writeOptOuts(join(body.root, 'opt-outs'), rows, '2026-02-02');
  });
  afterAll(() => body.remove());

  function input(permit: string, holder: 'one' | 'two'): ExtractionInput {
    return {
      release: `${permit}-${holder}`,
      attempt: 1,
      holder: holder === 'one' ? 'region-norr' : 'registry-hjarta',
      selection: demonstrationSelection(permit),
      permitIssuedAt: ISSUED,
      descriptions: DEMONSTRATION_DESCRIPTIONS,
      source: { kind: 'csv-folder', folder: join(body.root, holder) },
      optOuts: [
        {
          kind: 'article-71',
          source: { kind: 'csv-folder', folder: join(body.root, 'opt-outs') },
          table: 'opt-outs',
          identifierFormat: 'personnummer',
        },
      ],
      populations: holder === 'one' ? [] : [{ dataset: 'patients', release: `${permit}-one` }],
    };
  }

  it('gives exactly the permitted persons and rows, joined by pseudonym, and leaves no identifier behind', async () => {
    const one = await runRelease(body, input('permit-a', 'one'));
    const two = await runRelease(body, input('permit-a', 'two'));
    const persons = permittedPersons();
    const patients = await parquetRows(join(one.opened, 'data/patients.parquet'));
    const laboratory = await parquetRows(join(one.opened, 'data/laboratory.parquet'));
    const events = await parquetRows(join(two.opened, 'data/heart-events.parquet'));
    expect(patients).toHaveLength(persons.size);
    expect(laboratory).toHaveLength(
      records(rows.laboratory).filter(
        (row) => persons.has(row.personnummer!) && ['hba1c', 'ldl', 'bnp'].includes(row.test!),
      ).length,
    );
    expect(events).toHaveLength(
      records(rows.events).filter(
        (row) => persons.has(row.person!.replace('-', '')) && row.event_on! >= '2018-01-01',
      ).length,
    );
    const pseudonyms = new Set(patients.map((row) => row.personnummer));
    expect(events.filter((row) => !pseudonyms.has(row.person as string))).toEqual([]);
    expect(new Set(patients.map((row) => row.age))).toEqual(
      new Set(['50-59', '60-69', '70-79', '80-89', '90+']),
    );

    const canaries = new Canaries(rows.patients.slice(1).map((row) => row[0]!));
    expect(await scanTree(join(body.root, 'area'), canaries)).toEqual([]);
    expect(await scanTree(join(body.root, 'opened'), canaries)).toEqual([]);
    expect(await scanTree(body.target, canaries)).toEqual([]);
    expect(canaries.count(Buffer.from(body.told.join('\n')))).toBe(0);
    expect((await scanTree(join(body.root, 'one'), canaries)).length).toBe(2);
  });

  it('gives another permit pseudonyms that meet none of the first', async () => {
    const other = await runRelease(body, input('permit-b', 'one'));
    const [first, second] = await Promise.all(
      ['permit-a-one-1', 'permit-b-one-1'].map(async (name) =>
        parquetRows(join(body.root, 'opened', name, 'data/patients.parquet')),
      ),
    );
    const before = new Set(first!.map((row) => row.personnummer));
    expect(second).toHaveLength(first!.length);
    expect(second!.filter((row) => before.has(row.personnummer))).toEqual([]);
    expect(await readdir(other.opened)).toContain('ro-crate-metadata.json');
  });
});
