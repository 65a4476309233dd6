import { type Refusal, refusal } from '../refusal';
import type { Observation } from '../statistics/kaplan-meier';

/** What a record says, without the space around it; null for what was not asked for. */
export interface Cells {
  time: string;
  event: string;
  entry: string | null;
  by: string | null;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** What other programs write for what is not known. Whether the event came must be known, one way or the other. */
const UNKNOWN = ['', 'NA', 'NaN', 'null'];

/** `record` is its number in the file, the header's being 1. */
export function lifetimeOf(cells: Cells, eventValue: string, record: number): Observation | Refusal {
  const time = age(cells.time, 'time', record);
  if (typeof time !== 'number') return time;
  const entry = cells.entry === null ? 0 : age(cells.entry, 'entry', record);
  if (typeof entry !== 'number') return entry;
  if (entry > 0 && entry >= time) return entryTooLate(entry, time, record);
  const event = cells.event === eventValue;
  if (!event && UNKNOWN.includes(cells.event)) return valueMissing(record);
  return { entry, time, event };
}

function age(text: string, what: 'time' | 'entry', record: number): number | Refusal {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(value)) {
    return refusal(
      'not-a-number',
      `Record ${record} has the ${what} "${text.slice(0, 60)}", which is no number.`,
      `Write numbers as 12 or 12.5, and leave out records whose ${what} is not known.`,
    );
  }
  if (value >= 0) return value;
  return refusal(
    'negative-time',
    `Record ${record} has the ${what} ${text}, which is negative.`,
    'Count times from the beginning of each lifetime, which is 0.',
  );
}

function entryTooLate(entry: number, time: number, record: number): Refusal {
  return refusal(
    'entry-not-before-time',
    `Record ${record} came under observation at ${entry}, and its time is ${time}.`,
    'Correct it, or leave the record out: it was never seen at risk.',
  );
}

function valueMissing(record: number): Refusal {
  return refusal(
    'value-missing',
    `Record ${record} does not say whether the event came.`,
    'Give it a value, or leave the record out.',
  );
}
