import { civilDateOf, daysBetween, formatIn } from './format';

describe('dates', () => {
  it('are those of Sweden, whatever the browser’s own zone', () => {
    expect(civilDateOf(Date.parse('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
    expect(formatIn('sv').date('2026-06-30T22:30:00Z')).toBe('1 juli 2026');
    expect(formatIn('en').date('2026-07-01')).toBe('1 Jul 2026');
  });

  it('lie as many days apart as the calendar says, over the change to summer time too', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });

  it('are told from today on', () => {
    expect(formatIn('sv').fromToday(-1)).toBe('i går');
    expect(formatIn('en').fromToday(3)).toBe('in 3 days');
  });
});
