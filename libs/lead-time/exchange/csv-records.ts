import { Readable } from 'node:stream';
import { CsvError, type Parser, parse } from 'csv-parse';
import { ImportProblem } from './import-problem';
import { type TextFile, truncated } from './text-file';

const LARGEST_RECORD = 1_048_576;
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The records of a CSV, its header the first, separated by comma, semicolon, tab or bar, whichever the header
 * holds most of. Throws `ImportProblem` `file-truncated`, `record-too-large`, `record-malformed`.
 */
export async function* csvRecords(file: Pick<TextFile, 'text'>): AsyncGenerator<string[]> {
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

/** `option` names the option that says which column it is, and mostly what the column holds as well. */
export function columnMissing(
  option: string,
  name: string,
  header: readonly string[],
  held = option,
): ImportProblem {
  const listed = header.slice(0, 30).map((column) => column.slice(0, 60));
  return new ImportProblem(
    'column-missing',
    `The file has no column "${name}"; it has ${listed.join(', ')}.`,
    `Name the column that holds the ${held} with --${option}.`,
  );
}

/** Swedish spreadsheets separate by semicolon; asking the user would be one more way to be wrong. */
async function sniffDelimiter(file: Pick<TextFile, 'text'>): Promise<string> {
  let head = '';
  for await (const chunk of file.text()) {
    head += chunk;
    if (head.includes('\n') || head.length > LARGEST_RECORD) break;
  }
  const header = head.trimStart().split('\n', 1)[0] ?? '';
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
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
