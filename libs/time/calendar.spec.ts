import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addPeriod, isWorkingDay, rollBackward, rollForward, workingDaysBetween } from './calendar';
import { addDays } from './civil-date';
import type { HolidayList } from './holidays';
import { anyDate } from '../../test/support/clock-arbitraries';

const anyList = fc.constantFrom<HolidayList>('eu', 'se');

describe('working days', () => {
  it.each([
    ['2027-01-01', "New Year's Day"],
    ['2027-01-06', 'Epiphany'],
    ['2027-03-26', 'Good Friday'],
    ['2027-03-29', 'Easter Monday'],
    ['2028-05-01', 'the first of May'],
    ['2027-05-06', 'Ascension'],
    ['2028-06-06', 'the National Day'],
    ['2026-12-25', 'Christmas Day'],
    ['2028-12-26', 'the second day of Christmas'],
    ['2026-11-21', 'a Saturday'],
    ['2026-11-22', 'a Sunday'],
  ])('are not %s, %s, in either list', (date) => {
    expect([isWorkingDay(date, 'eu'), isWorkingDay(date, 'se')]).toEqual([false, false]);
  });

  it.each([
    ['2026-06-19', 'Midsummer Eve'],
    ['2027-06-25', 'Midsummer Eve'],
    ['2026-12-24', 'Christmas Eve'],
    ['2026-12-31', "New Year's Eve"],
  ])('are %s, %s, by the Regulation and not by Swedish law', (date) => {
    expect([isWorkingDay(date, 'eu'), isWorkingDay(date, 'se')]).toEqual([true, false]);
  });

  it.each([
    ['2026-01-05', 'the eve of Epiphany'],
    ['2026-04-02', 'Maundy Thursday'],
    ['2026-04-30', 'Walpurgis Eve'],
    ['2026-10-30', "All Saints' Eve"],
    ['2026-05-25', 'Whit Monday, a holiday until 2004'],
  ])('are %s, %s, in both lists', (date) => {
    expect([isWorkingDay(date, 'eu'), isWorkingDay(date, 'se')]).toEqual([true, true]);
  });

  it('differ between the lists by the three eves and nothing else, year after year', () => {
    for (let year = 2020; year <= 2045; year += 1) {
      const eves = datesOf(year).filter((date) => isWorkingDay(date, 'eu') && !isWorkingDay(date, 'se'));
      for (const eve of eves) expect(eve).toMatch(/-(06-(19|2[0-5])|12-24|12-31)$/);
      expect(eves.some((eve) => eve.includes('-06-'))).toBe(true);
    }
  });

  it('are counted after the first date and with the last', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-23', 'se')).toBe(1);
    expect(workingDaysBetween('2026-12-23', '2027-01-07', 'se')).toBe(6);
    expect(workingDaysBetween('2026-12-23', '2027-01-07', 'eu')).toBe(8);
    expect(workingDaysBetween('2026-11-23', '2026-11-20', 'se')).toBe(-1);
    expect(workingDaysBetween('2026-11-20', '2026-11-20', 'se')).toBe(0);
  });
});

describe('periods', () => {
  it.each([
    ['2026-11-30', { months: 3 }, '2027-02-28'],
    ['2027-11-30', { months: 3 }, '2028-02-29'],
    ['2028-02-29', { months: 12 }, '2029-02-28'],
    ['2026-01-31', { months: 1 }, '2026-02-28'],
    ['2026-10-15', { months: 3 }, '2027-01-15'],
    ['2026-03-31', { months: -1 }, '2026-02-28'],
    ['2026-01-15', { months: -1 }, '2025-12-15'],
    ['2026-11-20', { weeks: 4 }, '2026-12-18'],
    ['2028-02-28', { days: 2 }, '2028-03-01'],
    ['2026-11-20', { workingDays: 1 }, '2026-11-23'],
    ['2026-06-18', { workingDays: 1 }, '2026-06-22'],
    ['2026-11-23', { workingDays: -1 }, '2026-11-20'],
    ['2026-11-21', { workingDays: 0 }, '2026-11-21'],
  ])('from %s of %p end on %s', (date, period, end) => {
    expect(addPeriod(date, period, 'se')).toBe(end);
  });

  it('in months agree with Temporal, whose overflow also falls on the last of the month', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -300, max: 300 }), (date, months) => {
        const expected = Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
        expect(addPeriod(date, { months }, 'eu')).toBe(expected);
      }),
    );
  });

  it('in working days hold that many working days, and end on one', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 300 }), anyList, (date, workingDays, list) => {
        const end = addPeriod(date, { workingDays }, list);
        expect(workingDaysBetween(date, end, list)).toBe(workingDays);
        expect(isWorkingDay(end, list)).toBe(true);
      }),
    );
  });
});

describe('rolling', () => {
  it('moves to the nearest working day ahead or behind, over a whole Christmas', () => {
    expect(rollForward('2026-12-24', 'se')).toBe('2026-12-28');
    expect(rollBackward('2026-12-27', 'se')).toBe('2026-12-23');
    expect(rollForward('2026-12-24', 'eu')).toBe('2026-12-24');
  });

  it('never passes a working day, and leaves one alone', () => {
    fc.assert(
      fc.property(anyDate, anyList, (date, list) => {
        const ahead = rollForward(date, list);
        expect(isWorkingDay(ahead, list)).toBe(true);
        expect(workingDaysBetween(addDays(date, -1), ahead, list)).toBe(1);
        const behind = rollBackward(date, list);
        expect(workingDaysBetween(addDays(behind, -1), date, list)).toBe(1);
      }),
    );
  });
});

function datesOf(year: number): string[] {
  return Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
}
