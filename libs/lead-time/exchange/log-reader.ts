import { ImportProblem } from './import-problem';
import type { LogColumns, LogEvent } from './log-event';
import type { MomentReader } from './moment';

/** What every reader needs beside its file. */
export interface ReaderOptions {
  columns: LogColumns;
  readMoment: MomentReader;
}

/** Events in batches, in the order of the file; batches bound memory and spare a promise per event. */
export type EventBatches = AsyncGenerator<LogEvent[]>;

/** The texts of one event before they are understood; undefined where the file has none. */
export interface RawEvent {
  caseId: string | undefined;
  activity: string | undefined;
  time: string | undefined;
  start?: string | undefined;
  resource?: string | undefined;
  lifecycle?: string | undefined;
  instance?: string | undefined;
}

/** Says where in the file an event stands, for the reader of a refusal. Called only when there is one. */
export type Place = () => string;

/** Throws `ImportProblem` `value-missing`, `value-too-long`, `bad-time`, `start-after-end`. */
export function toLogEvent(raw: RawEvent, readMoment: MomentReader, place: Place): LogEvent {
  const time = moment(demand(raw.time, 'time', place), readMoment, place);
  const start = present(raw.start) === null ? null : moment(raw.start as string, readMoment, place);
  if (start !== null && start > time) throw startAfterEnd(start, time, place);
  return {
    caseId: demand(raw.caseId, 'case', place),
    activity: demand(raw.activity, 'activity', place),
    time,
    start,
    resource: short(present(raw.resource), 'resource', place),
    lifecycle: present(raw.lifecycle),
    instance: present(raw.instance),
  };
}

function present(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text;
}

/** Names are keys of the database's index, which holds some 2,700 bytes, and headings of people's tables. */
const LONGEST_NAME = 500;

function short<Value extends string | null>(value: Value, what: string, place: Place): Value {
  if (value === null || value.length <= LONGEST_NAME) return value;
  throw new ImportProblem(
    'value-too-long',
    `${place()} has a ${what} of ${value.length} characters; at most ${LONGEST_NAME} are taken.`,
    `Shorten it, or name another column with --${what}.`,
  );
}

function demand(text: string | undefined, what: string, place: Place): string {
  const value = present(text);
  if (value !== null) return short(value, what, place);
  throw new ImportProblem(
    'value-missing',
    `${place()} has no ${what}.`,
    `Give every event its ${what}, or name another column with --${what}.`,
  );
}

function moment(text: string, readMoment: MomentReader, place: Place): string {
  const read = readMoment(text);
  if (read !== null) return read;
  throw new ImportProblem(
    'bad-time',
    `${place()} has the time "${text.slice(0, 60)}", which cannot be read.`,
    'Write times as 2026-11-22T09:00:00Z, with an offset, or without one together with --zone.',
  );
}

function startAfterEnd(start: string, time: string, place: Place): ImportProblem {
  return new ImportProblem(
    'start-after-end',
    `${place()} starts at ${start}, after it ended at ${time}.`,
    'Correct the event in the log, or import without its starts.',
  );
}
