import { Temporal } from 'temporal-polyfill';
import { ImportProblem } from './import-problem';

/** Reads a time of a log; null when the text is not one. Answers `2026-11-22T09:00:00.000000Z`. */
export type MomentReader = (text: string) => string | null;

const MOMENT =
  /^\s*(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?\s*$/i;

const CACHED_OFFSETS = 50_000;
const FOUR_DIGIT_YEAR = '2026-11-22T09:00:00.000Z'.length;

/**
 * Times with an offset mean what they say; those without are read in `zone`. An hour that the zone skips or
 * repeats at a change of daylight saving is read as ISO 8601 libraries do: skipped forward, the first of two.
 * Throws `ImportProblem` `zone-unknown`.
 */
export function momentReader(zone: string): MomentReader {
  const offsetOf = zone === 'UTC' ? () => 0 : zoneOffsets(zone);
  return (text) => {
    const match = MOMENT.exec(text);
    return match === null ? null : momentOf(match, offsetOf);
  };
}

type OffsetOf = (civil: number) => number;

function momentOf(match: RegExpExecArray, offsetOf: OffsetOf): string | null {
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const civil = civilMilliseconds([year, month, day, hour, minute, second] as SixNumbers);
  if (civil === null) return null;
  const written = match[8] === undefined ? null : writtenOffset(match[8]);
  if (Number.isNaN(written)) return null;
  const whole = new Date(civil - (written ?? offsetOf(civil))).toISOString();
  // An offset can carry a time out of the years that have four digits, which not all who read it can hold.
  if (whole.length !== FOUR_DIGIT_YEAR || whole.startsWith('0000')) return null;
  const fraction = (match[7] ?? '').padEnd(6, '0').slice(0, 6);
  return `${whole.slice(0, -5)}.${fraction}Z`;
}

type SixNumbers = [number, number, number, number, number, number];

/** The date and time as if they were UTC; null when no such date or time exists (31 February, 25:00). */
function civilMilliseconds([year, month, day, hour, minute, second]: SixNumbers): number | null {
  if (year < 1 || hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.setUTCHours(hour, minute, second);
}

function writtenOffset(text: string): number {
  if (text === 'Z' || text === 'z') return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (hours > 14 || minutes > 59) return NaN;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Asking the zone costs tens of microseconds; logs ask for the same minutes again and again. */
function zoneOffsets(zone: string): OffsetOf {
  const known = new Map<number, number>();
  const ask = (civil: number): number => {
    const plain = Temporal.Instant.fromEpochMilliseconds(civil).toZonedDateTimeISO('UTC').toPlainDateTime();
    return civil - plain.toZonedDateTime(zone).epochMilliseconds;
  };
  tryZone(zone, ask);
  return (civil) => {
    const minute = Math.floor(civil / 60_000) * 60_000;
    let offset = known.get(minute);
    if (offset === undefined) {
      if (known.size >= CACHED_OFFSETS) known.clear();
      known.set(minute, (offset = ask(minute)));
    }
    return offset;
  };
}

function tryZone(zone: string, ask: OffsetOf): void {
  try {
    ask(0);
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new ImportProblem(
      'zone-unknown',
      `"${zone}" is not a time zone.`,
      'Give a name of the IANA database, such as Europe/Stockholm, or an offset such as +01:00.',
    );
  }
}
