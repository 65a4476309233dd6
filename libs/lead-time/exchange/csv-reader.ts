import { columnMissing, csvRecords } from './csv-records';
import { OWN_COLUMN, unguarded } from './formula-guard';
import { type LogColumns, type LogEvent, STANDARD_COLUMNS } from './log-event';
import { type EventBatches, type RawEvent, type ReaderOptions, toLogEvent } from './log-reader';
import type { LogFile } from './open-log';

/** Small for the reason that chunks of the file are (text-file.ts). */
const BATCH = 20;

/** Where in a record each part of an event stands; -1 where the file has no such column. */
type Positions = Record<keyof typeof STANDARD_COLUMNS, number>;

/** The events of a CSV, one a record. */
export async function* readCsv(file: LogFile, options: ReaderOptions): EventBatches {
  let batch: LogEvent[] = [];
  let positions: Positions | undefined;
  let textOf: TextOf = asItStands;
  let record = 0;
  for await (const values of csvRecords(file)) {
    record += 1;
    if (positions === undefined) {
      positions = findColumns(values, options.columns);
      if (values.includes(OWN_COLUMN)) textOf = withoutGuard;
      continue;
    }
    const number = record;
    batch.push(toLogEvent(rawEvent(values, positions, textOf), options.readMoment, () => `Record ${number}`));
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

function findColumns(header: string[], columns: LogColumns): Positions {
  const names: Record<keyof Positions, string | undefined> = {
    ...STANDARD_COLUMNS,
    // An own start counts only where it is asked for: a column that happens to bear the name may mean else.
    start: header.includes(OWN_COLUMN) ? STANDARD_COLUMNS.start : undefined,
    ...columns,
  };
  const position = (name: string | undefined): number => (name === undefined ? -1 : header.indexOf(name));
  const found = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, position(name)]));
  for (const key of ['case', 'activity', 'time', ...Object.keys(columns)] as (keyof Positions)[]) {
    if (found[key] === -1) throw columnMissing(key, names[key] ?? key, header);
  }
  return found as Positions;
}

type TextOf = (value: string | undefined) => string | undefined;

const asItStands: TextOf = (value) => value;
const withoutGuard: TextOf = (value) => (value === undefined ? value : unguarded(value));

function rawEvent(values: string[], at: Positions, textOf: TextOf): RawEvent {
  return {
    caseId: textOf(values[at.case]),
    activity: textOf(values[at.activity]),
    time: values[at.time],
    start: values[at.start],
    resource: textOf(values[at.resource]),
    lifecycle: values[at.lifecycle],
    instance: values[at.instance],
  };
}
