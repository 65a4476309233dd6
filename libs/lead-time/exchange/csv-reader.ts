import { Readable } from 'node:stream';
import { CsvError, type Parser, parse } from 'csv-parse';
import { ImportProblem } from './import-problem';
import { type LogColumns, type LogEvent, STANDARD_COLUMNS } from './log-event';
import { type EventBatches, type RawEvent, type ReaderOptions, toLogEvent } from './log-reader';
import { type LogFile, truncated } from './open-log';

const BATCH = 250;
const LARGEST_RECORD = 1_048_576;
const DELIMITERS = [',', ';', '\t', '|'];

/** Where in a record each part of an event stands; -1 where the file has no such column. */
type Positions = Record<keyof typeof STANDARD_COLUMNS, number>;

/** Reads a CSV with a header, separated by comma, semicolon, tab or bar, whichever the header holds most of. */
export async function* readCsv(file: LogFile, options: ReaderOptions): EventBatches {
  let batch: LogEvent[] = [];
  let positions: Positions | undefined;
  let record = 0;
  for await (const values of records(file)) {
    record += 1;
    if (positions === undefined) {
      positions = findColumns(values, options.columns);
      continue;
    }
    const number = record;
    batch.push(toLogEvent(rawEvent(values, positions), options.readMoment, () => `Record ${number}`));
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

async function* records(file: LogFile): AsyncGenerator<string[]> {
  const source = Readable.from(file.text(), { highWaterMark: 1 });
  const parser = parse({
    delimiter: await sniffDelimiter(file),
    skip_empty_lines: true,
    max_record_size: LARGEST_RECORD,
  });
  source.on('error', (error) => parser.destroy(error));
  try {
    yield* source.pipe<Parser>(parser) as AsyncIterable<string[]>;
  } catch (thrown) {
    throw thrown instanceof CsvError ? problemOf(thrown) : thrown;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Swedish spreadsheets separate by semicolon; asking the user would be one more way to be wrong. */
async function sniffDelimiter(file: LogFile): Promise<string> {
  let head = '';
  for await (const chunk of file.text()) {
    head += chunk;
    if (head.includes('\n') || head.length > LARGEST_RECORD) break;
  }
  const header = head.trimStart().split('\n', 1)[0] ?? '';
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function findColumns(header: string[], columns: LogColumns): Positions {
  const names: Record<keyof Positions, string | undefined> = {
    ...STANDARD_COLUMNS,
    // An own start counts only where it is asked for: a column that happens to bear the name may mean else.
    start: undefined,
    ...columns,
  };
  const position = (name: string | undefined): number => (name === undefined ? -1 : header.indexOf(name));
  const found = Object.fromEntries(Object.entries(names).map(([key, name]) => [key, position(name)]));
  for (const key of ['case', 'activity', 'time', ...Object.keys(columns)] as (keyof Positions)[]) {
    if (found[key] === -1) throw columnMissing(key, names[key] ?? key, header);
  }
  return found as Positions;
}

function columnMissing(key: string, name: string, header: string[]): ImportProblem {
  const listed = header.slice(0, 30).map((column) => column.slice(0, 60));
  return new ImportProblem(
    'column-missing',
    `The file has no column "${name}"; it has ${listed.join(', ')}.`,
    `Name the column that holds the ${key} with --${key}.`,
  );
}

function rawEvent(values: string[], at: Positions): RawEvent {
  return {
    caseId: values[at.case],
    activity: values[at.activity],
    time: values[at.time],
    start: values[at.start],
    resource: values[at.resource],
    lifecycle: values[at.lifecycle],
    instance: values[at.instance],
  };
}

function problemOf(error: CsvError): ImportProblem {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return truncated('The file (a quoted value is left open)');
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new ImportProblem('record-too-large', error.message, 'Check for a quote that is never closed.');
  }
  return new ImportProblem(
    'record-malformed',
    error.message,
    'Correct that record; if it is the last one, the file is cut short: export it again.',
  );
}
