import fc from 'fast-check';
import { duration } from './duration';

const UNITS: Record<string, number> = { d: 86_400, h: 3600, m: 60, s: 1 };

/** Reads a duration back. */
function secondsOf(text: string): number {
  return text
    .split(' ')
    .reduce((sum, part) => sum + Number(part.slice(0, -1)) * (UNITS[part.slice(-1)] ?? NaN), 0);
}

describe('a duration', () => {
  it.each([
    [null, '-'],
    [0, '0s'],
    [59.4, '59s'],
    [60, '1m'],
    [3599, '1h'],
    [3660, '1h 1m'],
    [86_399, '1d'],
    [90_000, '1d 1h'],
    [99 * 86_400 + 86_399, '100d'],
    [212 * 86_400 + 50_000, '213d'],
  ])('of %p seconds is %p', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });

  it('is never further off than half of its smallest unit, nor wider than its column', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5e8, noNaN: true }), (seconds) => {
        const text = duration(seconds);
        const smallest = seconds < 60 ? 1 : seconds < 86_400 ? 60 : seconds < 100 * 86_400 ? 3600 : 86_400;
        expect(Math.abs(secondsOf(text) - seconds)).toBeLessThanOrEqual(
          smallest / 2 + (seconds < 86_400 ? 0 : 1800),
        );
        expect(text.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
