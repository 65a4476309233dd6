import fc from 'fast-check';
import { percentile, sortNumbers } from './percentiles';

describe('percentile', () => {
  it('lies between the two nearest values', () => {
    expect(percentile([10, 20, 30, 40], 0.5)).toBe(25);
    expect(percentile([10, 20, 30, 40], 0.75)).toBe(32.5);
    expect(percentile([10, 20, 30, 40, 100], 0.9)).toBeCloseTo(76, 9);
  });

  it('is the value itself of a single one, and null of none', () => {
    expect(percentile([7], 0.9)).toBe(7);
    expect(percentile([], 0.5)).toBeNull();
  });

  it('sorts numbers as numbers', () => {
    expect([...sortNumbers([100, 9, -1])]).toEqual([-1, 9, 100]);
  });

  it('never leaves the range and grows with the share', () => {
    const values = fc.array(fc.double({ noNaN: true, min: 0, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (list) => {
        const sorted = sortNumbers(list);
        const [low, middle, high] = [0, 0.5, 1].map((p) => percentile(sorted, p)!);
        expect(low).toBe(sorted[0]);
        expect(high).toBe(sorted[sorted.length - 1]);
        expect(middle! >= low! && middle! <= high!).toBe(true);
      }),
    );
  });
});
