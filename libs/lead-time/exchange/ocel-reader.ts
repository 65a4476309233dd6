import { JSONParser } from '@streamparser/json';
import { ImportProblem } from './import-problem';
import { STANDARD_COLUMNS } from './log-event';
import { type RawEvent, type ReaderOptions, toLogEvent } from './log-reader';
import type { LogEvent } from './log-event';
import type { LogFile } from './open-log';
import { truncated } from './text-file';

const LARGEST_VALUE = 16 * 1_048_576;

/** Which object is of which type: decides which objects are the cases. */
export interface OcelObject {
  id: string;
  type: string;
}

/** The objects of an OCEL 2.0 log, in batches. */
export function readOcelObjects(file: LogFile): AsyncGenerator<OcelObject[]> {
  return readList(file, 'objects', (value) => {
    const { id, type } = asRecord(value);
    if (typeof id !== 'string' || typeof type !== 'string') throw notOcel('an object without id or type');
    return [{ id, type }];
  });
}

/**
 * The events of an OCEL 2.0 log, one row for each event and object it is related to: `caseId` is the object's
 * id, whatever its type. An event that no object is related to gives none.
 */
export function readOcelEvents(file: LogFile, options: ReaderOptions): AsyncGenerator<LogEvent[]> {
  return readList(file, 'events', (value) => rowsOf(asRecord(value), options));
}

function rowsOf(event: Record<string, unknown>, options: ReaderOptions): LogEvent[] {
  const { columns } = options;
  const attributes = attributesOf(event.attributes);
  const own = (name: string | undefined, standard: unknown): string | undefined =>
    name === undefined ? text(standard) : attributes.get(name);
  const raw: RawEvent = {
    caseId: undefined,
    activity: own(columns.activity, event.type),
    time: own(columns.time, event.time),
    start: attributes.get(columns.start ?? STANDARD_COLUMNS.start),
    resource: attributes.get(columns.resource ?? STANDARD_COLUMNS.resource),
    lifecycle: attributes.get(STANDARD_COLUMNS.lifecycle),
    instance: attributes.get(STANDARD_COLUMNS.instance),
  };
  const place = (): string => `Event ${text(event.id) ?? 'without id'}`;
  return relatedObjects(event.relationships).map((caseId) => {
    // Not a copy by spread: V8 was seen to make each in the old generation, so that memory grew with the file.
    raw.caseId = caseId;
    return toLogEvent(raw, options.readMoment, place);
  });
}

/** One object may be related twice under different qualifiers; the event happened to it once. */
function relatedObjects(relationships: unknown): string[] {
  const ids = asList(relationships).map((related) => text(asRecord(related).objectId));
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function attributesOf(list: unknown): Map<string, string> {
  const pairs = asList(list).map((attribute) => {
    const { name, value } = asRecord(attribute);
    return [text(name) ?? '', text(value) ?? ''] as const;
  });
  return new Map(pairs);
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw notOcel('a value where an object belongs');
}

/** What the elements of one list of the document give, a batch for each chunk of the file; nothing else is kept. */
async function* readList<Item>(
  file: LogFile,
  list: 'objects' | 'events',
  read: (value: unknown) => Item[],
): AsyncGenerator<Item[]> {
  const parser = new JSONParser({ paths: ['$.*.*'], keepStack: false });
  let items: Item[] = [];
  let sinceValue = 0;
  parser.onValue = ({ value, stack }) => {
    sinceValue = 0;
    const parent = stack[1]?.key;
    if (parent === 'ocel:events') throw oldOcel();
    if (parent === list) items.push(...read(value));
  };
  for await (const chunk of file.text()) {
    sinceValue += chunk.length;
    guarded(() => parser.write(chunk));
    if (sinceValue > LARGEST_VALUE) throw tooLarge();
    yield items;
    items = [];
  }
  if (!parser.isEnded) throw truncated('The file');
}

function guarded(work: () => void): void {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof ImportProblem) throw thrown;
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    throw new ImportProblem(
      'json-malformed',
      `The file is not well-formed JSON: ${what}.`,
      'Export the log again.',
    );
  }
}

function notOcel(found: string): ImportProblem {
  return new ImportProblem(
    'format-unknown',
    `The file is JSON, but no OCEL 2.0 log: it holds ${found}.`,
    'Give an OCEL 2.0 JSON (ocel-standard.org), a CSV or an XES file.',
  );
}

function oldOcel(): ImportProblem {
  return new ImportProblem(
    'format-unknown',
    'The file is an OCEL 1.0 log (it has "ocel:events").',
    'Convert it to OCEL 2.0 JSON, for instance with pm4py.',
  );
}

function tooLarge(): ImportProblem {
  return new ImportProblem(
    'record-too-large',
    'A single value of the file is larger than 16 MiB.',
    'Check that the file is an event log, and export it again.',
  );
}
