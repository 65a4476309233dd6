import { STANDARD_COLUMNS } from '../log-event';
import { OWN_COLUMN, guarded } from '../formula-guard';
import type { ExportSource, ExportedAttribute, ExportedEvent } from './exported-log';

/** CSV as RFC 4180 has it, with the column names of IEEE 1849 that process-mining tools know. */
export async function* csvText({ attributes, events }: ExportSource): AsyncGenerator<string> {
  const { case: caseId, activity, time } = STANDARD_COLUMNS;
  yield record([caseId, activity, time, OWN_COLUMN, ...attributes.map(({ name }) => name)]);
  for await (const batch of events())
    yield batch.map((event) => record(fieldsOf(event, attributes))).join('');
}

function fieldsOf(event: ExportedEvent, attributes: readonly ExportedAttribute[]): string[] {
  const { caseId, activity, time, number, values } = event;
  const own = attributes.map(({ type }, index) => {
    const value = String(values[index] ?? '');
    return type === 'text' ? guarded(value) : value;
  });
  return [guarded(caseId), guarded(activity), time, String(number), ...own];
}

function record(fields: string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
