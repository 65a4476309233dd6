import { seededRandom } from '@ledtid/time';
import { bootstrapInterval } from './bootstrap';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const settings = { resamples: 1000, seed: 7, level: 0.95 };

describe('the bootstrap', () => {
  const random = seededRandom(3);
  const sample = Array.from({ length: 200 }, () => -Math.log(1 - random()));

  it('gives the mean nearly the interval that theory gives it', () => {
    const { lower, upper } = bootstrapInterval(sample, mean, settings);
    const centre = mean(sample);
    const spread = Math.sqrt(mean(sample.map((value) => (value - centre) ** 2)) / sample.length);
    expect((lower! - centre) / spread).toBeCloseTo(-1.96, 0);
    expect((upper! - centre) / spread).toBeCloseTo(1.96, 0);
  });

  it('repeats with its seed, and only with it', () => {
    const interval = bootstrapInterval(sample, mean, settings);
    expect(bootstrapInterval(sample, mean, settings)).toEqual(interval);
    expect(bootstrapInterval(sample, mean, { ...settings, seed: 8 })).not.toEqual(interval);
  });

  it('holds about as often as it says', () => {
    const draws = seededRandom(11);
    const holds = Array.from({ length: 100 }, (_, seed) => {
      const values = Array.from({ length: 40 }, () => draws());
      const { lower, upper } = bootstrapInterval(values, mean, { resamples: 99, seed, level: 0.9 });
      return lower! <= 0.5 && 0.5 <= upper!;
    });
    // 90 of 100, with a standard deviation of 3.
    const held = holds.filter(Boolean).length;
    expect(held).toBeGreaterThan(80);
    expect(held).toBeLessThan(99);
  });

  it('takes what a resample does not reach for larger than all else', () => {
    let turn = 0;
    const often = bootstrapInterval([1], () => ((turn += 1) % 10 === 0 ? null : turn), settings);
    expect(often.lower).not.toBeNull();
    expect(often.upper).toBeNull();
    expect(bootstrapInterval([], mean, settings)).toEqual({ lower: null, upper: null });
  });
});
