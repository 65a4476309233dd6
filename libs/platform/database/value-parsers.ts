import { type CivilDate, type Instant, toInstant } from '@ledtid/time';
import { types } from 'pg';
import { PlatformError } from '../platform-error';

type Parser = (text: string) => unknown;

const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const INT8 = 20;
const TEXT_ARRAY = 1009;

const UTC_SPELLING = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00(?::00)?$/;

/**
 * `2026-11-22 09:00:00.5+00` as `2026-11-22T09:00:00.500Z`. Cut to milliseconds, which is what the product
 * writes. The pattern is the fast way (a session in UTC); any other zone goes through the driver's parser.
 */
export function parseInstant(text: string): Instant {
  const match = UTC_SPELLING.exec(text);
  if (match !== null) return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
  const moment = (types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date | number)(text);
  return toInstant(moment);
}

/** A count that JavaScript can hold exactly. Throws `number-too-large` rather than give a wrong one. */
export function parseBigInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new PlatformError(
    'number-too-large',
    `The database gave ${text}, which is beyond what can be counted exactly.`,
    'Cast the column to text in the query.',
  );
}

const plain = (text: string): CivilDate => text;

function arrayOf(parse: (text: string) => unknown): Parser {
  const split = types.getTypeParser(TEXT_ARRAY as number as 25) as (text: string) => (string | null)[];
  return (text) => split(text).map((element) => (element === null ? null : parse(element)));
}

const PARSERS = new Map<number, Parser>([
  [TIMESTAMPTZ, parseInstant],
  [DATE, plain],
  // A time without a zone is given as it stands: the driver would read it in the zone of this process.
  [TIMESTAMP, plain],
  [INT8, parseBigInteger],
  [1185, arrayOf(parseInstant)],
  [1182, arrayOf(plain)],
  [1115, arrayOf(plain)],
  [1016, arrayOf(parseBigInteger)],
]);

/**
 * Types of columns as the product has them: timestamptz an `Instant`, date a `CivilDate`, int8 a number.
 * Given to one pool and not set for the driver as a whole, which TypeORM and BullMQ share.
 */
export const valueParsers = {
  getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): Parser {
    const own = format === 'text' ? PARSERS.get(oid) : undefined;
    return own ?? (types.getTypeParser(oid, format as 'text') as Parser);
  },
};
