import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, civilDateOf, daysBetween, isCivilDate, startOfDay } from './civil-date';
import { anyDate, anyInstant } from '../../test/support/clock-arbitraries';

describe('civil dates in Stockholm', () => {
  it.each([
    ['2026-01-31T22:59:59.999Z', '2026-01-31'],
    ['2026-01-31T23:00:00.000Z', '2026-02-01'],
    ['2026-06-30T21:59:59.999Z', '2026-06-30'],
    ['2026-06-30T22:00:00.000Z', '2026-07-01'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
  ])('take %s for %s: the day ends at midnight there, not in UTC', (instant, date) => {
    expect(civilDateOf(instant)).toBe(date);
  });

  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['2026-11-22', '2026-11-21T23:00:00.000Z', 24],
  ])('begin %s at %s, and it lasts %d hours', (date, start, hours) => {
    expect(startOfDay(date)).toBe(start);
    expect((Date.parse(startOfDay(addDays(date, 1))) - Date.parse(start)) / 3_600_000).toBe(hours);
  });

  it('agree with the time zone database at any moment and on any date', () => {
    fc.assert(
      fc.property(anyInstant, anyDate, (instant, date) => {
        const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Stockholm');
        expect(civilDateOf(instant)).toBe(zoned.toPlainDate().toString());
        const midnight = Temporal.PlainDate.from(date).toZonedDateTime('Europe/Stockholm').epochMilliseconds;
        expect(Date.parse(startOfDay(date))).toBe(midnight);
      }),
    );
  });

  it('count days between dates whatever the clocks do', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '0026-01-01',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    '',
    null,
    20260101,
  ])('are not %p', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => startOfDay(text as string)).toThrow(/civil-date-malformed.*YYYY-MM-DD/);
  });

  it('refuse a moment that is none, saying how to write one', () => {
    expect(() => civilDateOf('yesterday')).toThrow(/instant-malformed.*2026-11-22T09:00:00.000Z/);
  });
});
