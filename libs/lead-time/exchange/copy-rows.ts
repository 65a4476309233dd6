import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ImportProblem } from './import-problem';

export type CopyValue = string | number | null;

/** Loads rows with COPY as they come; the table's own pace holds the reader back, which bounds memory. */
export async function copyRows(
  client: PoolClient,
  target: string,
  batches: AsyncIterable<CopyValue[][]>,
): Promise<void> {
  await pipeline(
    Readable.from(lines(batches), { highWaterMark: 1 }),
    client.query(copyFrom(`COPY ${target} FROM STDIN`)),
  );
}

async function* lines(batches: AsyncIterable<CopyValue[][]>): AsyncGenerator<string> {
  for await (const rows of batches) if (rows.length > 0) yield rows.map(line).join('');
}

function line(values: CopyValue[]): string {
  return `${values.map(field).join('\t')}\n`;
}

const SPECIAL = /[\\\t\n\r\0]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'number' || !SPECIAL.test(value)) return String(value);
  return value.replace(/[\\\t\n\r\0]/g, (character) => ESCAPES[character] ?? refuseNul());
}

/** PostgreSQL's text holds every character but this one. */
function refuseNul(): never {
  throw new ImportProblem(
    'format-unknown',
    'The file holds a NUL character, which text does not.',
    'Check that the file is an event log, and export it as UTF-8 text.',
  );
}
