import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ImportProblem } from './import-problem';
import { type LogColumns, type LogEvent, STANDARD_COLUMNS } from './log-event';
import { type EventBatches, type ReaderOptions, toLogEvent } from './log-reader';
import type { LogFile } from './open-log';
import { truncated } from './text-file';

const LARGEST_ELEMENT = 16 * 1_048_576;
const DEEPEST = 256;

/**
 * Reads XES (IEEE 1849). A document type is refused: it is the door of entity bombs and of entities that
 * fetch files. Attributes count only directly below their trace or event, not nested in other attributes.
 */
export async function* readXes(file: LogFile, options: ReaderOptions): EventBatches {
  const handler = new XesHandler(options);
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let sinceTag = 0;
  parser.on('doctype', () => {
    throw documentType();
  });
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    handler.open(tag);
  });
  parser.on('closetag', (tag) => handler.close(localName(tag.name)));
  for await (const chunk of file.text()) {
    sinceTag += chunk.length;
    guarded(() => parser.write(chunk));
    if (sinceTag > LARGEST_ELEMENT) throw tooLarge();
    yield handler.take();
  }
  guarded(() => parser.close(), truncated('The file'));
  handler.demandLog();
  yield handler.take();
}

type Attributes = Map<string, string>;

/**
 * | where      | log | trace | event | attributes taken |
 * |------------|-----|-------|-------|------------------|
 * | outside    |     |       |       | none             |
 * | in a trace | yes | yes   |       | of the trace     |
 * | in an event| yes | yes   | yes   | of the event     |
 *
 * Events wait until their trace has named its case; IEEE 1849 has it do so first. Only attributes that are
 * asked for are kept, so that memory stays bounded whatever the file holds.
 */
class XesHandler {
  private depth = 0;
  private sawLog = false;
  private traceDepth = 0;
  private eventDepth = 0;
  private traces = 0;
  private eventsInTrace = 0;
  private trace: Attributes = new Map();
  private event: Attributes = new Map();
  private waiting: Attributes[] = [];
  private ready: LogEvent[] = [];
  private readonly names: Names;
  private readonly wanted: ReadonlySet<string>;

  constructor(private readonly options: ReaderOptions) {
    this.names = attributeNames(options.columns);
    this.wanted = new Set(Object.values(this.names));
  }

  open(tag: SaxesTagPlain): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw tooDeep();
    const name = localName(tag.name);
    if (this.depth === 1) this.openRoot(name);
    else if (name === 'trace' && this.depth === 2) this.openTrace();
    else if (name === 'event') this.openEvent();
    else this.attribute(tag);
  }

  close(name: string): void {
    if (name === 'event' && this.depth === this.eventDepth) this.closeEvent();
    if (name === 'trace' && this.depth === this.traceDepth) this.closeTrace();
    this.depth -= 1;
  }

  take(): LogEvent[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  demandLog(): void {
    if (!this.sawLog) throw notXes('nothing');
  }

  private openRoot(name: string): void {
    if (name !== 'log') throw notXes(`<${name}>`);
    this.sawLog = true;
  }

  private openTrace(): void {
    this.traceDepth = this.depth;
    this.traces += 1;
    this.eventsInTrace = 0;
    this.trace = new Map();
  }

  private openEvent(): void {
    if (this.traceDepth === 0) throw eventWithoutCase();
    this.eventDepth = this.depth;
    this.event = new Map();
  }

  private attribute(tag: SaxesTagPlain): void {
    const { key, value } = tag.attributes;
    if (key === undefined || value === undefined || !this.wanted.has(key)) return;
    if (this.eventDepth > 0) {
      if (this.depth === this.eventDepth + 1) this.event.set(key, value);
    } else if (this.traceDepth > 0 && this.depth === this.traceDepth + 1) this.trace.set(key, value);
  }

  private closeEvent(): void {
    this.eventDepth = 0;
    this.eventsInTrace += 1;
    this.waiting.push(this.event);
    if (this.trace.has(this.names.case)) this.release();
  }

  private closeTrace(): void {
    this.traceDepth = 0;
    this.release();
  }

  private release(): void {
    const first = this.eventsInTrace - this.waiting.length;
    for (const [index, event] of this.waiting.entries())
      this.ready.push(this.toEvent(event, first + index + 1));
    this.waiting = [];
  }

  private toEvent(event: Attributes, number: number): LogEvent {
    const { names } = this;
    const caseId = this.trace.get(names.case);
    const place = (): string => `Event ${number} of trace ${this.traces} (${caseId ?? 'unnamed'})`;
    const raw = {
      caseId,
      activity: event.get(names.activity),
      time: event.get(names.time),
      start: event.get(names.start),
      resource: event.get(names.resource),
      lifecycle: event.get(names.lifecycle),
      instance: event.get(names.instance),
    };
    return toLogEvent(raw, this.options.readMoment, place);
  }
}

type Names = Record<keyof typeof STANDARD_COLUMNS, string>;

function attributeNames(columns: LogColumns): Names {
  return { ...STANDARD_COLUMNS, case: 'concept:name', ...columns };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Our own problems pass; what the parser throws is about the XML. */
function guarded(work: () => unknown, otherwise?: ImportProblem): void {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof ImportProblem) throw thrown;
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    throw (
      otherwise ??
      new ImportProblem('xml-malformed', `The file is not well-formed XML: ${what}.`, 'Export the log again.')
    );
  }
}

function documentType(): ImportProblem {
  return new ImportProblem(
    'document-type-refused',
    'The file declares a document type, which could define entities that swell or fetch other files.',
    'Remove the <!DOCTYPE ...> from the file; XES needs none.',
  );
}

function tooLarge(): ImportProblem {
  return new ImportProblem(
    'record-too-large',
    'More than 16 MiB stand between two elements.',
    'Check that the file is an event log, and export it again.',
  );
}

function tooDeep(): ImportProblem {
  return new ImportProblem(
    'xml-malformed',
    `Elements are nested more than ${DEEPEST} deep, which no event log is.`,
    'Check that the file is an event log, and export it again.',
  );
}

function notXes(found: string): ImportProblem {
  return new ImportProblem(
    'format-unknown',
    `The file is XML, but no XES log: its root is ${found}, not <log>.`,
    'Give an XES file (IEEE 1849), a CSV or an OCEL 2.0 JSON.',
  );
}

function eventWithoutCase(): ImportProblem {
  return new ImportProblem(
    'event-without-case',
    'An event stands outside every trace, so its case is unknown.',
    'Put each event into the trace of its case.',
  );
}
