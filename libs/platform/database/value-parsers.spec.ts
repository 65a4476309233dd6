import fc from 'fast-check';
import { parseBigInteger, parseInstant, valueParsers } from './value-parsers';

describe('values from the database', () => {
  it.each([
    ['2026-11-22 09:00:00+00', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22 09:00:00.5+00', '2026-11-22T09:00:00.500Z'],
    ['2026-11-22 09:00:00.123456+00', '2026-11-22T09:00:00.123Z'],
    ['2026-11-22 10:00:00+01', '2026-11-22T09:00:00.000Z'],
    ['2026-06-19 11:00:00.25+02:00', '2026-06-19T09:00:00.250Z'],
  ])('reads the moment %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it('refuses the moment infinity instead of inventing one', () => {
    expect(() => parseInstant('infinity')).toThrow(RangeError);
  });

  it('gives every whole number exactly or refuses it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        const safe = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
        if (safe) expect(BigInt(parseBigInteger(value.toString()))).toBe(value);
        else expect(() => parseBigInteger(value.toString())).toThrow(/number-too-large/);
      }),
    );
  });

  it('keeps a date a date, whatever the zone of this machine', () => {
    expect(valueParsers.getTypeParser(1082)('2026-06-19')).toBe('2026-06-19');
  });

  it('reads arrays with nulls in them', () => {
    expect(valueParsers.getTypeParser(1185)('{"2026-11-22 09:00:00+00",NULL}')).toEqual([
      '2026-11-22T09:00:00.000Z',
      null,
    ]);
  });
});
