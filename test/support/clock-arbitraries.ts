import fc from 'fast-check';
import { type CivilDate, type ClockDefinition, type Instant, civilDateOf, toInstant } from '@ledtid/time';

/** Moments of the years in which Ledtid may run, so that every holiday rule and change of offset is met. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2045-01-01'), noInvalidDate: true })
  .map(toInstant);

export const anyDate: fc.Arbitrary<CivilDate> = anyInstant.map(civilDateOf);

const anyLength = fc.oneof(
  fc.integer({ min: 1, max: 24 }).map((months) => ({ months })),
  fc.integer({ min: 1, max: 26 }).map((weeks) => ({ weeks })),
  fc.integer({ min: 1, max: 400 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 60 }).map((workingDays) => ({ workingDays })),
  fc.integer({ min: 1, max: 400 }).map((defaultDays) => ({ set: { defaultDays } })),
);

/** Forward clocks of every length, policy and holiday list. */
export const anyDefinition: fc.Arbitrary<ClockDefinition> = fc
  .record({
    length: anyLength,
    months: fc.integer({ min: 1, max: 12 }),
    onPause: fc.constantFrom('pause' as const, 'restart' as const, 'none' as const),
    holidays: fc.constantFrom('eu' as const, 'se' as const),
    reminder: fc.option(fc.integer({ min: 1, max: 20 }).map((workingDays) => ({ workingDays }))),
  })
  .map(({ months, ...varied }) =>
    definitionWith({ ...varied, extension: 'months' in varied.length ? { months } : null }),
  );

/** A clock that needs only what a test is about. */
export function definitionWith(varied: Partial<ClockDefinition>): ClockDefinition {
  return {
    key: 'tried',
    validFrom: '2018-07-01',
    validTo: null,
    name: { sv: 'Prövad', en: 'Tried' },
    party: 'hdab',
    source: 'own target',
    length: { months: 3 },
    extension: null,
    onPause: 'pause',
    direction: 'forward',
    holidays: 'eu',
    reminder: null,
    ...varied,
  };
}
