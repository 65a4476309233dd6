import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DemonstrationBody,
  demonstrationBody,
  records,
  writeTable,
} from '../../../test/support/demonstration-release';
import { parquetRows } from '../../../test/support/parquet-rows';
import { value } from '../../../test/support/release-body';
import { withEngine } from '../engine/engine';
import { extract } from '../extraction/extraction';
import type { ExtractionInput } from '../extraction/extraction-input';
import type { OutputVariable } from '../selection/compile-selection';
import type { Generalisation } from '../selection/selection';
import { generalised } from './generalise';
import { pseudonymise } from './pseudonymisation';

// Each test runs whole steps on files, on a machine that may be busy with other tests.
jest.setTimeout(30_000);

describe('pseudonymising a release', () => {
  let body: DemonstrationBody;
  let input: ExtractionInput;
  beforeAll(async () => (body = await demonstrationBody(200)));
  afterAll(() => body.remove());
  beforeEach(() => (input = body.input('permit-a', 'one')));
  afterEach(() => body.area.wipeRelease(input.release));

  function rows(): Promise<Record<string, unknown>[]> {
    return parquetRows(join(body.area.prepared(input.release, 1), 'data/patients.parquet'));
  }

  /** Extracts from a source whose municipality says something else for some persons. */
  async function withMunicipalities(change: (person: string, index: number) => string): Promise<void> {
    const [header, ...patients] = body.rows.patients;
    const changed = patients.map((row, index) =>
      row.map((cell, column) => (column === 3 ? change(row[0]!, index) : cell)),
    );
    await writeTable(join(body.root, 'changed'), 'patients', [header!, ...changed]);
    await writeTable(join(body.root, 'changed'), 'laboratory', body.rows.laboratory);
    input.source = { kind: 'csv-folder', folder: join(body.root, 'changed') };
    value(await extract(input, body.context));
  }

  it('gives one person one pseudonym, also where another row refers to them', async () => {
    value(await extract(input, body.context));
    const result = value(await pseudonymise(input, body.context));
    const prepared = await rows();
    const raw = new Map(records(body.rows.patients).map((row) => [row.personnummer!, row]));
    const extracted = await parquetRows(join(body.area.received(input.release, 1), 'data/patients.parquet'));
    const released = new Set(extracted.map((row) => row.personnummer));
    const referring = extracted.filter((row) => released.has(row.control_of)).length;
    expect(referring).toBeGreaterThan(0);
    const pseudonyms = new Set(prepared.map((row) => row.personnummer));
    expect(prepared.filter((row) => pseudonyms.has(row.control_of))).toHaveLength(referring);
    expect(result.pseudonyms).toBe(
      new Set(extracted.flatMap((row) => [row.personnummer, row.control_of]).filter((id) => id !== null))
        .size,
    );
    expect(
      [...pseudonyms].every(
        (pseudonym) => /^[0-9a-f]{32}$/.test(String(pseudonym)) && !raw.has(String(pseudonym)),
      ),
    ).toBe(true);
  });

  it('sorts by pseudonym, so that the order does not tell who is older', async () => {
    value(await extract(input, body.context));
    value(await pseudonymise(input, body.context));
    const order = (await rows()).map((row) => String(row.personnummer));
    expect(order).toEqual([...order].sort());
  });

  it('blanks a reference to somebody who opted out', async () => {
    value(await extract(input, body.context));
    const extracted = await parquetRows(join(body.area.received(input.release, 1), 'data/patients.parquet'));
    const referring = records(body.rows.patients).filter((row) => body.optedOut.includes(row.control_of!));
    const controls = extracted.filter((row) =>
      referring.some((raw) => raw.personnummer === row.personnummer),
    );
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.map((row) => row.control_of)).toEqual(controls.map(() => null));
  });

  it.each([
    ['twelve digits', (person: string) => person],
    [
      'a hyphen and no century, in a note',
      (person: string) => `moved here; ${person.slice(2, 8)}-${person.slice(8)} is the mother`,
    ],
  ])('refuses a package with an identifier left in a text: %s', async (_what, spell) => {
    await withMunicipalities((person) => spell(person));
    const outcome = await pseudonymise(input, body.context);
    expect(outcome).toMatchObject({
      done: false,
      refusals: [{ code: 'identifier-left', details: { dataset: 'patients', variable: 'municipality' } }],
    });
  });

  it('lets a person judge what only looks like an identifier', async () => {
    await withMunicipalities((_person, index) => (index % 2 === 0 ? '19121212-1212' : 'Luleå'));
    const { findings } = value(await pseudonymise(input, body.context));
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'identifier-pattern',
        variables: ['municipality'],
        details: { values: 1 },
      }),
    );
  });

  it('finds groups of too few persons, by persons and not by rows', async () => {
    await withMunicipalities((_person, index) => (index % 2 === 0 ? 'Kiruna' : 'Luleå'));
    input.selection.disclosure = {
      threshold: 3,
      quasiIdentifiers: [{ dataset: 'patients', variables: ['municipality'] }],
    };
    await body.area.wipeRelease(input.release);
    value(await extract(input, body.context));
    expect(value(await pseudonymise(input, body.context)).findings).toEqual([]);
    await body.area.wipeRelease(input.release);
    input.selection.disclosure.threshold = 100_000;
    value(await extract(input, body.context));
    const [finding] = value(await pseudonymise(input, body.context)).findings;
    expect(finding).toMatchObject({ code: 'small-cells', details: { cells: 2, threshold: 100_000 } });
  });

  it('stops when the package was changed after its reception', async () => {
    value(await extract(input, body.context));
    await appendFile(join(body.area.received(input.release, 1), 'data/patients.parquet'), 'x');
    await expect(pseudonymise(input, body.context)).rejects.toMatchObject({ code: 'package-changed' });
  });

  it('stops when nothing was received', async () => {
    await expect(pseudonymise(input, body.context)).rejects.toMatchObject({ code: 'package-not-received' });
  });

  const rules: [OutputVariable['type'], string, Generalisation, unknown][] = [
    ['integer', '57', { variable: 'v', band: { width: 10 } }, '50-59'],
    ['integer', '-3', { variable: 'v', band: { width: 5 } }, '-5--1'],
    ['integer', '93', { variable: 'v', band: { width: 10, top: 90 } }, '90+'],
    ['decimal', '59.5', { variable: 'v', band: { width: 10 } }, '50.0-<60.0'],
    ['decimal', '1.256', { variable: 'v', round: { decimals: 1 } }, 1.3],
    ['date', `DATE '2026-11-22'`, { variable: 'v', date: 'month' }, '2026-11'],
    ['date', `DATE '2026-11-22'`, { variable: 'v', date: 'year' }, '2026'],
    ['timestamp', `TIMESTAMPTZ '2025-12-31T23:30:00Z'`, { variable: 'v', date: 'year' }, '2026'],
    ['integer', 'NULL', { variable: 'v', band: { width: 10, top: 90 } }, null],
  ];

  it.each(rules)('generalises the %s %s by %j to %s', async (type, sql, rule, expected) => {
    const found = await withEngine({ scratch: body.root, folders: [] }, (engine) =>
      engine.rows(
        'ask',
        `SELECT ${generalised({ name: 'v', type }, rule).sql} AS value FROM (SELECT ${sql} AS v) r0`,
      ),
    );
    expect(found).toEqual([{ value: expected }]);
  });
});
