import { ExportProblem } from './export-problem';
import { STANDARD_COLUMNS } from '../log-event';
import type { ExportSource, ExportedAttribute, ExportedEvent } from './exported-log';

const NAME = 'concept:name';

/** The standard extensions by the prefix of their attributes (IEEE 1849, clause 7). */
const EXTENSIONS: Readonly<Record<string, string>> = {
  concept: 'Concept',
  time: 'Time',
  lifecycle: 'Lifecycle',
  org: 'Organizational',
};

const ELEMENTS = { text: 'string', time: 'date', number: 'float' } as const;

/**
 * XES as IEEE 1849-2016 has it: the extensions that are used, the attributes that every trace and event has, and
 * a classifier by activity. Throws `ExportProblem` `not-in-xml`.
 */
export async function* xesText({ attributes, events }: ExportSource): AsyncGenerator<string> {
  yield head(attributes);
  let open: string | null = null;
  for await (const batch of events()) {
    let text = '';
    for (const event of batch) {
      if (event.caseId !== open) text += `${open === null ? '' : '</trace>\n'}${traceHead(event.caseId)}`;
      open = event.caseId;
      text += eventElement(event, attributes);
    }
    yield text;
  }
  yield `${open === null ? '' : '</trace>\n'}</log>\n`;
}

function head(attributes: readonly ExportedAttribute[]): string {
  const used = [NAME, STANDARD_COLUMNS.time, ...attributes.map(({ name }) => name)];
  const extensions = Object.entries(EXTENSIONS).filter(([prefix]) =>
    used.some((name) => name.startsWith(`${prefix}:`)),
  );
  const name = element('string', NAME, 'UNKNOWN');
  const time = element('date', STANDARD_COLUMNS.time, '1970-01-01T00:00:00.000Z');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">',
    ...extensions.map(
      ([prefix, title]) =>
        `<extension name="${title}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
    ),
    `<global scope="trace">${name}</global>`,
    `<global scope="event">${name}${time}</global>`,
    `<classifier name="Activity" scope="event" keys="${NAME}"/>`,
    '',
  ].join('\n');
}

function traceHead(caseId: string): string {
  return `<trace>${element('string', NAME, caseId)}\n`;
}

function eventElement({ activity, time, values }: ExportedEvent, attributes: readonly ExportedAttribute[]) {
  const own = attributes.map(({ name, type }, index) => {
    const value = values[index] ?? null;
    return value === null ? '' : element(ELEMENTS[type], name, String(value));
  });
  const standard = element('string', NAME, activity) + element('date', STANDARD_COLUMNS.time, time);
  return `<event>${standard}${own.join('')}</event>\n`;
}

function element(name: string, key: string, value: string): string {
  return `<${name} key="${key}" value="${escaped(value)}"/>`;
}

/** What XML 1.0 has no way to write, not even as a reference. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

const REFERENCES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  // As themselves these would be read as blanks: attribute values are normalised.
  ...{ '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
};

function escaped(text: string): string {
  if (NOT_IN_XML.test(text)) throw notInXml(text);
  return text.replace(/[&<>"\t\n\r]/g, (character) => REFERENCES[character] ?? character);
}

function notInXml(text: string): ExportProblem {
  return new ExportProblem(
    'not-in-xml',
    `XML cannot hold a character of ${JSON.stringify(text.slice(0, 60))}.`,
    'Export the log as OCEL 2.0 or CSV.',
  );
}
