import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Canaries } from '../../test/support/canaries';
import { type DemonstrationBody, demonstrationBody, records } from '../../test/support/demonstration-release';
import { parquetRows } from '../../test/support/parquet-rows';
import { runRelease } from '../../test/support/release-body';
import { scanTree } from '../../test/support/scan-for-identifiers';
import { extract } from './extraction/extraction';

const TESTS = ['hba1c', 'ldl', 'bnp'];

/** The permitted persons, worked out without the product: over 50, a test of the three, not opted out. */
function permittedPersons({ rows, optedOut }: DemonstrationBody): Set<string> {
  const tested = new Set(
    records(rows.laboratory)
      .filter((row) => TESTS.includes(row.test!))
      .map((row) => row.personnummer!),
  );
  const chosen = records(rows.patients).filter(
    (row) => Number(row.age) > 50 && tested.has(row.personnummer!),
  );
  return new Set(chosen.map((row) => row.personnummer!).filter((person) => !optedOut.includes(person)));
}

// Each test runs whole steps on files, on a machine that may be busy with other tests.
jest.setTimeout(30_000);

describe('a permit released by two holders', () => {
  let body: DemonstrationBody;
  let canaries: Canaries;
  beforeAll(async () => {
    body = await demonstrationBody();
    canaries = new Canaries(body.rows.patients.slice(1).map((row) => row[0]!));
  });
  afterAll(() => body.remove());

  it('gives exactly the permitted persons and rows, joined by pseudonym, and leaves no identifier behind', async () => {
    const one = await runRelease(body, body.input('permit-a', 'one'));
    const two = await runRelease(body, body.input('permit-a', 'two'));
    const persons = permittedPersons(body);
    const patients = await parquetRows(join(one.opened, 'data/patients.parquet'));
    const laboratory = await parquetRows(join(one.opened, 'data/laboratory.parquet'));
    const events = await parquetRows(join(two.opened, 'data/heart-events.parquet'));
    const permittedValues = records(body.rows.laboratory).filter(
      (row) => persons.has(row.personnummer!) && TESTS.includes(row.test!),
    );
    const permittedEvents = records(body.rows.events).filter(
      (row) => persons.has(row.person!.replace('-', '')) && row.event_on! >= '2018-01-01',
    );
    expect([patients.length, laboratory.length, events.length]).toEqual([
      persons.size,
      permittedValues.length,
      permittedEvents.length,
    ]);
    const pseudonyms = new Set(patients.map((row) => row.personnummer));
    expect(events.filter((row) => !pseudonyms.has(row.person as string))).toEqual([]);
    expect(new Set(patients.map((row) => row.age))).toEqual(
      new Set(['50-59', '60-69', '70-79', '80-89', '90+']),
    );
    for (const folder of [body.area.root, body.target, join(body.root, 'opened'), join(body.root, 'keys')]) {
      expect(await scanTree(folder, canaries)).toEqual([]);
    }
    expect(canaries.count(Buffer.from(body.told.join('\n')))).toBe(0);
  });

  it('holds identifiers only between extraction and delivery, and the search would have found them', async () => {
    await extract({ ...body.input('permit-a', 'one'), release: 'unfinished' }, body.context);
    const leaks = await scanTree(body.area.root, canaries);
    expect(leaks.map(({ place }) => place).sort()).toEqual([
      'received/unfinished/1/data/laboratory.parquet',
      'received/unfinished/1/data/patients.parquet',
    ]);
    await body.area.wipeRelease('unfinished');
    expect(await scanTree(body.area.root, canaries)).toEqual([]);
  });

  it('gives another permit pseudonyms that meet none of the first', async () => {
    const other = await runRelease(body, body.input('permit-b', 'one'));
    const first = await parquetRows(join(body.root, 'opened/permit-a-one-1/data/patients.parquet'));
    const second = await parquetRows(join(other.opened, 'data/patients.parquet'));
    const before = new Set(first.map((row) => row.personnummer));
    expect(second).toHaveLength(first.length);
    expect(second.filter((row) => before.has(row.personnummer))).toEqual([]);
    expect(await readdir(other.opened)).toContain('ro-crate-metadata.json');
  });
});
