import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DEMONSTRATION_DESCRIPTIONS,
  demonstrationOptOuts,
  demonstrationRows,
  demonstrationSelection,
  type ExtractionInput,
  writeHolderFolder,
  writeOptOuts,
} from '@ledtid/release';
import { type ReleaseBody, releaseBody } from './release-body';

const PERMIT_ISSUED_AT = '2026-02-01T08:00:00.000Z';
/** The day after the permit: an opt-out of that day does not exclude. */
const TOO_LATE = '2026-02-02';
export type DemonstrationTables = ReturnType<typeof demonstrationRows>;

/** A body and both holders of the demonstration as folders of CSV files: no database needed. */
export interface DemonstrationBody extends ReleaseBody {
  rows: DemonstrationTables;
  /** Whom the opt-out list excludes. */
  optedOut: string[];
  input(permit: string, holder: 'one' | 'two'): ExtractionInput;
}

export async function demonstrationBody(persons = 300): Promise<DemonstrationBody> {
  const body = await releaseBody();
  const rows = demonstrationRows(persons, 7);
  await writeTable(join(body.root, 'one'), 'patients', rows.patients);
  await writeTable(join(body.root, 'one'), 'laboratory', rows.laboratory);
  await writeHolderFolder(join(body.root, 'two'), rows);
  await writeOptOuts(join(body.root, 'opt-outs'), rows, TOO_LATE);
  const optedOut = demonstrationOptOuts(rows, TOO_LATE)
    .slice(1, 4)
    .map((entry) => entry[0]!);
  return { ...body, rows, optedOut, input: (permit, holder) => inputOf(body, permit, holder) };
}

function inputOf(body: ReleaseBody, permit: string, holder: 'one' | 'two'): ExtractionInput {
  const optOuts = { kind: 'csv-folder' as const, folder: join(body.root, 'opt-outs') };
  return {
    release: `${permit}-${holder}`,
    attempt: 1,
    holder: holder === 'one' ? 'region-norr' : 'registry-hjarta',
    selection: demonstrationSelection(permit),
    permitIssuedAt: PERMIT_ISSUED_AT,
    descriptions: structuredClone(DEMONSTRATION_DESCRIPTIONS),
    source: { kind: 'csv-folder', folder: join(body.root, holder) },
    optOuts: [{ kind: 'article-71', source: optOuts, table: 'opt-outs', identifierFormat: 'personnummer' }],
    populations: holder === 'one' ? [] : [{ dataset: 'patients', release: `${permit}-one` }],
  };
}

export async function writeTable(folder: string, name: string, table: string[][]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.csv`), table.map((row) => `${row.join(',')}\n`).join(''));
}

/** Rows by their column names. */
export function records([header = [], ...lines]: string[][]): Record<string, string>[] {
  return lines.map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ''])));
}
