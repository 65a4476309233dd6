import type { PoolClient } from 'pg';
import { sqlFile } from '../sql-file';
import { type CopyValue, copyRows } from './copy-rows';
import { readCsv } from './csv-reader';
import type { LogEvent } from './log-event';
import type { ReaderOptions } from './log-reader';
import { readOcelEvents, readOcelObjects } from './ocel-reader';
import type { LogFile } from './open-log';
import { readXes } from './xes-reader';

const CREATE_STAGING = sqlFile(__dirname, 'create-staging');
const CHOOSE_CASE_TYPE = sqlFile(__dirname, 'choose-case-type');
const KEEP_CASE_TYPE = sqlFile(__dirname, 'keep-case-type');

const EVENT_COLUMNS =
  'imported_event (position, case_id, activity, occurred_at, started_at, resource, lifecycle, instance)';

/** Loads the file into the transaction's staging table. Gives the object type taken for the case, if any. */
export async function stageEvents(
  client: PoolClient,
  file: LogFile,
  options: ReaderOptions,
): Promise<string | null> {
  await client.query(CREATE_STAGING);
  if (file.format === 'ocel') return stageObjectCentric(client, file, options);
  const events = file.format === 'xes' ? readXes(file, options) : readCsv(file, options);
  await copyRows(client, EVENT_COLUMNS, eventRows(events));
  return null;
}

/** The file is read twice, objects first: it may list its events before the objects that are their cases. */
async function stageObjectCentric(
  client: PoolClient,
  file: LogFile,
  options: ReaderOptions,
): Promise<string | null> {
  await copyRows(client, 'imported_object (id, type)', objectRows(file));
  await copyRows(client, EVENT_COLUMNS, eventRows(readOcelEvents(file, options)));
  const type = options.columns.case ?? (await chooseCaseType(client));
  if (type !== null) await client.query(KEEP_CASE_TYPE, [type]);
  return type;
}

async function chooseCaseType(client: PoolClient): Promise<string | null> {
  const { rows } = await client.query<{ type: string }>(CHOOSE_CASE_TYPE);
  return rows[0]?.type ?? null;
}

async function* objectRows(file: LogFile): AsyncGenerator<CopyValue[][]> {
  for await (const objects of readOcelObjects(file)) yield objects.map(({ id, type }) => [id, type]);
}

async function* eventRows(batches: AsyncIterable<LogEvent[]>): AsyncGenerator<CopyValue[][]> {
  let position = 0;
  for await (const events of batches) yield events.map((event) => rowOf(event, (position += 1)));
}

function rowOf(event: LogEvent, position: number): CopyValue[] {
  const { caseId, activity, time, start, resource, lifecycle, instance } = event;
  return [position, caseId, activity, time, start, resource, lifecycle, instance];
}
