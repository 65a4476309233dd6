import { isMoment } from './written-moment';

describe('a moment that somebody wrote', () => {
  it.each([
    '2026-11-22T09:00:00.000Z',
    '2026-11-22T09:00Z',
    '2026-11-22T10:00:00+01:00',
    '2024-02-29T23:59:59.123456789-11:30',
  ])('is %s', (text) => {
    expect(isMoment(text)).toBe(true);
  });

  it.each([
    ['a date', '2026-11-22'],
    ['without a zone, which would be read in that of the server', '2026-11-22T09:00:00'],
    ['a day that does not exist', '2026-02-30T09:00:00Z'],
    ['an hour that does not exist', '2026-11-22T24:00:00Z'],
    ['an offset that does not exist', '2026-11-22T09:00:00+25:00'],
    ['a week', '2026-W05'],
    ['the year 26', '0026-11-22T09:00:00Z'],
    ['a number', 1795305600000],
    ['an object', {}],
  ])('is not %s', (_what, text) => {
    expect(isMoment(text)).toBe(false);
  });
});
