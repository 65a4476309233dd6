import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seededRandom } from '@ledtid/time';

export const FORMATS = ['csv', 'xes', 'ocel'] as const;
export type Format = (typeof FORMATS)[number];

interface MadeEvent {
  readonly caseId: string;
  readonly number: number;
  readonly activity: string;
  readonly start: string;
  readonly time: string;
  readonly resource: string;
}

const EVENTS_A_CASE = 10;
const ACTIVITIES = 25;
const RESOURCES = 40;
const FIRST = Date.UTC(2024, 0, 1);

/** Writes an event log with own starts, the same for the same seed, in cases of ten events. Memory is bounded. */
export async function makeLog(path: string, format: Format, events: number, seed: number): Promise<void> {
  await pipeline(
    Readable.from(
      WRITERS[format](() => madeCases(events, seed)),
      { highWaterMark: 1 },
    ),
    createWriteStream(path),
  );
}

type Cases = () => Iterable<MadeEvent[]>;

function* madeCases(events: number, seed: number): Generator<MadeEvent[]> {
  const random = seededRandom(seed);
  for (let made = 0; made < events; made += EVENTS_A_CASE) {
    const caseId = `case-${made / EVENTS_A_CASE}`;
    let moment = FIRST + Math.floor(random() * 365 * 86_400) * 1000;
    yield Array.from({ length: Math.min(EVENTS_A_CASE, events - made) }, (_, index) => {
      const start = moment + Math.floor(random() * 86_400_000);
      moment = start + Math.floor(random() * 86_400_000);
      const [activity, resource] = [Math.floor(random() * ACTIVITIES), Math.floor(random() * RESOURCES)];
      return {
        ...{ caseId, number: index + 1, activity: `Activity ${activity}`, resource: `Unit ${resource}` },
        ...{ start: new Date(start).toISOString(), time: new Date(moment).toISOString() },
      };
    });
  }
}

const WRITERS: Record<Format, (cases: Cases) => Generator<string>> = {
  *csv(cases) {
    yield 'case:concept:name,concept:name,start_timestamp,time:timestamp,org:resource\n';
    for (const events of cases()) yield events.map(csvLine).join('');
  },
  *xes(cases) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849.2016" xes.features="">\n';
    for (const events of cases()) yield trace(events);
    yield '</log>\n';
  },
  *ocel(cases) {
    yield '{"eventTypes":[],"objectTypes":[{"name":"case","attributes":[]}],"objects":[\n';
    for (const [first] of cases())
      if (first) yield listed({ id: first.caseId, type: 'case' }, first.caseId === 'case-0');
    yield '],"events":[\n';
    for (const events of cases()) {
      yield events
        .map((event) => listed(ocelEvent(event), event.caseId === 'case-0' && event.number === 1))
        .join('');
    }
    yield ']}\n';
  },
};

function csvLine({ caseId, activity, start, time, resource }: MadeEvent): string {
  return `${caseId},${activity},${start},${time},${resource}\n`;
}

function trace(events: MadeEvent[]): string {
  const name = `<string key="concept:name" value="${events[0]?.caseId ?? ''}"/>`;
  return `<trace>${name}${events.map(xesEvent).join('')}</trace>\n`;
}

function xesEvent({ activity, start, time, resource }: MadeEvent): string {
  return (
    `<event><string key="concept:name" value="${activity}"/><string key="org:resource" value="${resource}"/>` +
    `<date key="start_timestamp" value="${start}"/><date key="time:timestamp" value="${time}"/></event>\n`
  );
}

function listed(value: object, first: boolean): string {
  return `${first ? '' : ','}${JSON.stringify(value)}\n`;
}

function ocelEvent({ caseId, number, activity, start, time, resource }: MadeEvent): object {
  const attributes = { start_timestamp: start, 'org:resource': resource };
  return {
    ...{ id: `${caseId}#${number}`, type: activity, time },
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    relationships: [{ objectId: caseId, qualifier: 'case' }],
  };
}
