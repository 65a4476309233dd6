import { dayAfter, lastDayOf, presetOf, presetPeriods } from './periods';

describe('the periods that people ask for', () => {
  it('are told from a day in the middle of a year', () => {
    expect(presetPeriods('2026-11-22')).toEqual({
      all: { from: null, to: null },
      thisYear: { from: '2026-01-01', to: null },
      twelveMonths: { from: '2025-12-01', to: null },
      lastQuarter: { from: '2026-07-01', to: '2026-10-01' },
    });
  });

  it('reach back over the turn of a year', () => {
    expect(presetPeriods('2027-02-28').lastQuarter).toEqual({ from: '2026-10-01', to: '2027-01-01' });
  });

  it('are known again, and dates of somebody’s own are none of them', () => {
    expect(presetOf({ from: '2026-01-01', to: null }, '2026-11-22')).toBe('thisYear');
    expect(presetOf({ from: '2026-01-02', to: null }, '2026-11-22')).toBeNull();
  });

  it('are said by their last day and asked for by the day after', () => {
    expect([lastDayOf('2026-03-01'), dayAfter('2026-02-28')]).toEqual(['2026-02-28', '2026-03-01']);
  });
});
