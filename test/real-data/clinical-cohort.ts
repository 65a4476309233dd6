import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import { syntheticPersonnummer } from '@ledtid/release';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { sharedData } from '../support/shared-data';

export type ClinicalRow = Record<string, string>;

/** The cohort with a synthetic personnummer for every id and `case.id`; all values as text, as they came. */
export interface ClinicalCohort {
  persons: ClinicalRow[];
  laboratory: ClinicalRow[];
  events: ClinicalRow[];
}

const TYPES: Record<string, string> = { id: 'text', 'case.id': 'text', test: 'text' };

export async function readClinicalCohort(): Promise<ClinicalCohort> {
  const [persons, laboratory, events] = await Promise.all(['nafld1', 'nafld2', 'nafld3'].map(readRows));
  return { persons: persons!, laboratory: laboratory!, events: events! };
}

/** No value of these files holds a comma, so splitting reads them; the product's own reader is not asked. */
async function readRows(name: string): Promise<ClinicalRow[]> {
  const text = gunzipSync(await readFile(sharedData(`clinical/${name}.csv.gz`))).toString();
  const [header = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','));
  return lines.map((line) =>
    identified(Object.fromEntries(header.map((column, index) => [column, line[index] ?? '']))),
  );
}

function identified(row: ClinicalRow): ClinicalRow {
  return {
    ...row,
    id: personnummerOf(row.id),
    ...('case.id' in row ? { 'case.id': personnummerOf(row['case.id']) } : {}),
  };
}

const known = new Map<string, string>();

function personnummerOf(id: string | undefined): string {
  if (!id) return '';
  const personnummer = known.get(id) ?? syntheticPersonnummer(Number(id));
  known.set(id, personnummer);
  return personnummer;
}

/** Holder one: `nafld1` and `nafld2` as tables of an otherwise empty database. */
export async function loadHolderOne(url: string, cohort: ClinicalCohort): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await loadTable(client, 'nafld1', cohort.persons);
    await loadTable(client, 'nafld2', cohort.laboratory);
  } finally {
    await client.end();
  }
}

async function loadTable(client: Client, name: string, rows: ClinicalRow[]): Promise<void> {
  const columns = Object.keys(rows[0]!).map((column) => `"${column}" ${TYPES[column] ?? 'double precision'}`);
  await client.query(`CREATE TABLE ${name} (${columns.join(', ')})`);
  await pipeline(
    Readable.from(csvLines(rows)),
    client.query(copyFrom(`COPY ${name} FROM STDIN (FORMAT csv, HEADER)`)),
  );
}

/** Holder two: `nafld3` as a CSV file, with hyphens in its personnummer, as another register writes them. */
export async function writeHolderTwo(folder: string, cohort: ClinicalCohort): Promise<void> {
  await mkdir(folder, { recursive: true });
  const rows = cohort.events.map((row) => ({ ...row, id: `${row.id!.slice(0, 8)}-${row.id!.slice(8)}` }));
  await writeFile(join(folder, 'nafld3.csv'), [...csvLines(rows)].join(''));
}

export async function writeOptOutList(
  folder: string,
  entries: { identifier: string; from: string; to: string }[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'opt-outs.csv'), [...csvLines(entries)].join(''));
}

function* csvLines(rows: ClinicalRow[]): Generator<string> {
  yield `${Object.keys(rows[0]!)
    .map((column) => `"${column}"`)
    .join(',')}\n`;
  for (const row of rows) yield `${Object.values(row).join(',')}\n`;
}
