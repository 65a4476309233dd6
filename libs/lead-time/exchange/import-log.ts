import { type IdGenerator, type TimeSource } from '@ledtid/time';
import { withTransaction } from '@ledtid/platform';
import type { Pool, PoolClient } from 'pg';
import type { Refusal } from '../refusal';
import { sqlFile } from '../sql-file';
import { ImportProblem } from './import-problem';
import type { LogColumns } from './log-event';
import { momentReader } from './moment';
import { LogFile, type LogFormat } from './open-log';
import { stageEvents } from './stage-events';

const PAIR_LIFECYCLE = sqlFile(__dirname, 'pair-lifecycle');
const KEEP_COMPLETIONS = sqlFile(__dirname, 'keep-completions');
const SAVE_LOG = sqlFile(__dirname, 'save-log');
const SAVE_EVENTS = sqlFile(__dirname, 'save-events');
const COUNT_LOG = sqlFile(__dirname, 'count-log');

export interface ImportOptions {
  name: string;
  columns?: LogColumns;
  /** Pair starts with completions; without it every event counts. */
  lifecycle?: boolean;
  /** IANA zone or offset of times that carry none. Default UTC. */
  zone?: string;
}

export interface ImportedLog {
  name: string;
  format: LogFormat;
  cases: number;
  events: number;
  /** Whether a log of this name was there and has been replaced. */
  replaced: boolean;
  caseObjectType: string | null;
}

export interface LogStore {
  pool: Pool;
  time: TimeSource;
  ids: IdGenerator;
}

/**
 * Imports a CSV, XES or OCEL 2.0 JSON log, gzipped or not, in one transaction: all of it or nothing. A log
 * of the same name is replaced. Refusals carry the codes of `IMPORT_PROBLEMS`.
 */
export async function importLog(
  store: LogStore,
  path: string,
  options: ImportOptions,
): Promise<ImportedLog | Refusal> {
  try {
    const file = await LogFile.open(path);
    const reading = { columns: options.columns ?? {}, readMoment: momentReader(options.zone ?? 'UTC') };
    return await withTransaction(store.pool, async (client) => {
      const caseObjectType = await stageEvents(client, file, reading);
      if (options.lifecycle === true) await pairLifecycle(client);
      return save(client, store, { ...options, format: file.format, caseObjectType });
    });
  } catch (thrown) {
    if (thrown instanceof ImportProblem) return thrown.toRefusal();
    throw thrown;
  }
}

async function pairLifecycle(client: PoolClient): Promise<void> {
  await client.query(PAIR_LIFECYCLE);
  await client.query(KEEP_COMPLETIONS);
}

interface SavedOptions extends ImportOptions {
  format: LogFormat;
  caseObjectType: string | null;
}

async function save(client: PoolClient, store: LogStore, options: SavedOptions): Promise<ImportedLog> {
  const { name, format, caseObjectType } = options;
  const values = [store.ids.next(), name, format, options.zone ?? 'UTC', caseObjectType, store.time.now()];
  const saved = await client.query<{ id: string; replaced: boolean }>(SAVE_LOG, values);
  const { id, replaced } = only(saved.rows);
  await client.query('delete from event_log_event where log_id = $1', [id]);
  await client.query(SAVE_EVENTS, [id]);
  const counted = await client.query<{ cases: number; events: number }>(COUNT_LOG, [id]);
  const { cases, events } = only(counted.rows);
  if (events === 0) throw withoutEvents(options);
  return { name, format, cases, events, replaced, caseObjectType };
}

function only<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('A statement that returns one row returned none.');
  return row;
}

function withoutEvents({ format, columns, lifecycle }: SavedOptions): ImportProblem {
  const hints = [
    ...(format === 'ocel' ? ['whether it is an OCEL 2.0 log, with lists "events" and "objects"'] : []),
    ...(format === 'ocel' && columns?.case !== undefined
      ? [`whether objects of type "${columns.case}" exist`]
      : []),
    ...(lifecycle === true ? ['whether activities complete, or import without --lifecycle'] : []),
    'that the file was exported whole',
  ];
  return new ImportProblem('log-without-events', 'The log holds no events.', `Check ${hints.join('; ')}.`);
}
