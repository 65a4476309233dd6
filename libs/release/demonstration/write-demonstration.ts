import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { writeWhole } from '../files';
import { quoteName } from '../engine/quote';
import { demonstrationOptOuts } from './demonstration-opt-outs';
import type { DemonstrationRows, Table } from './demonstration-rows';

const COLUMN_TYPES: Record<string, string> = {
  age: 'integer',
  included_on: 'date',
  taken_on: 'date',
  value: 'double precision',
};

/** The second holder's folder: `heart-events.csv`. */
export async function writeHolderFolder(folder: string, rows: DemonstrationRows): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeWhole(join(folder, 'heart-events.csv'), csvText(rows.events));
}

/** The national opt-out list, outside Ledtid's database: `opt-outs.csv`. */
export async function writeOptOuts(folder: string, rows: DemonstrationRows, later: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeWhole(join(folder, 'opt-outs.csv'), csvText(demonstrationOptOuts(rows, later)));
}

/** The first holder's tables, in a schema or database of its own. Replaces what is there. */
export async function loadHolderTables(
  connectionString: string,
  schema: string,
  rows: DemonstrationRows,
): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(`BEGIN; CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)}`);
    await loadTable(client, schema, 'patients', rows.patients);
    await loadTable(client, schema, 'laboratory', rows.laboratory);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function loadTable(client: Client, schema: string, name: string, table: Table): Promise<void> {
  const target = `${quoteName(schema)}.${quoteName(name)}`;
  const columns = (table[0] ?? []).map((column) => `${quoteName(column)} ${COLUMN_TYPES[column] ?? 'text'}`);
  await client.query(`DROP TABLE IF EXISTS ${target}; CREATE TABLE ${target} (${columns.join(', ')})`);
  await pipeline(
    Readable.from([csvText(table)]),
    client.query(copyFrom(`COPY ${target} FROM STDIN (FORMAT csv, HEADER)`)),
  );
}

/** No value of the demonstration holds a comma or a quote. */
function csvText(table: Table): string {
  return table.map((row) => `${row.join(',')}\n`).join('');
}
