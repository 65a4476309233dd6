import { ImportProblem } from './import-problem';
import { momentReader } from './moment';

const utc = momentReader('UTC');
const stockholm = momentReader('Europe/Stockholm');

describe('Times of a log', () => {
  it.each([
    ['2011-10-11 13:45:40.276000+02:00', '2011-10-11T11:45:40.276000Z'],
    ['2011-10-11T13:45:40.276+0200', '2011-10-11T11:45:40.276000Z'],
    ['2026-11-22T09:00:00Z', '2026-11-22T09:00:00.000000Z'],
    ['2026-11-22 09:00', '2026-11-22T09:00:00.000000Z'],
    ['2026/11/22', '2026-11-22T00:00:00.000000Z'],
    ['2026-11-22T09:00:00,123456789-05', '2026-11-22T14:00:00.123456Z'],
  ])('%s is %s', (text, expected) => {
    expect(utc(text)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    '22/11/2026',
    '2026-02-29',
    '2026-13-01',
    '2026-11-22T25:00',
    '0000-01-01',
    '1795305600',
  ])('"%s" is none', (text) => {
    expect(utc(text)).toBeNull();
  });

  it('without an offset follow the zone through its changes: skipped forward, the first of two', () => {
    expect(stockholm('2026-01-15 12:00')).toBe('2026-01-15T11:00:00.000000Z');
    expect(stockholm('2026-07-15 12:00')).toBe('2026-07-15T10:00:00.000000Z');
    expect(stockholm('2026-03-29 02:30')).toBe('2026-03-29T01:30:00.000000Z');
    expect(stockholm('2026-10-25 02:30')).toBe('2026-10-25T00:30:00.000000Z');
  });

  it('with an offset do not heed the zone', () => {
    expect(stockholm('2026-07-15T12:00:00Z')).toBe('2026-07-15T12:00:00.000000Z');
  });

  it('need a zone that exists', () => {
    expect(() => momentReader('Europe/Atlantis')).toThrow(ImportProblem);
    expect(momentReader('+01:00')('2026-07-15 12:00')).toBe('2026-07-15T11:00:00.000000Z');
  });
});
