import fc from 'fast-check';
import { type Observation, kaplanMeier, withEnd } from './kaplan-meier';
import { percentile, sortNumbers } from './percentiles';
import { survivalQuantile, survivalQuantiles } from './survival-quantiles';

const seen = (time: number, event: boolean, entry = 0): Observation => ({ entry, time, event });
const observed = (ended: number[], censored: number[]) => [
  ...ended.map((time) => seen(time, true)),
  ...censored.map((time) => seen(time, false)),
];
const curve = (ended: number[], censored: number[] = []) => kaplanMeier(observed(ended, censored));

describe('a quantile of survival', () => {
  it('is the first age by which the share has ended', () => {
    const freireich = curve([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
    expect(survivalQuantile(freireich, 0.5)).toBe(23);
    expect(survivalQuantile(freireich, 0.25)).toBe(13);
    expect(survivalQuantile(freireich, 0.75)).toBeNull();
  });

  it('takes the middle to the next event where the curve lies on the level', () => {
    expect(survivalQuantile(curve([1, 2, 3, 4]), 0.5)).toBe(2.5);
    expect(survivalQuantile(curve([1, 2, 3, 4]), 0.75)).toBe(3.5);
    expect(survivalQuantile(curve([1, 2, 3, 4]), 0.9)).toBe(4);
  });

  it('takes the last event, or with the end of the curve the middle to there, where it stays on the level', () => {
    const two = observed([1, 2], [3, 7]);
    expect(survivalQuantile(kaplanMeier(two), 0.5)).toBe(2);
    expect(survivalQuantile(withEnd(kaplanMeier(two), two), 0.5)).toBe(4.5);
  });

  it('agrees with the test of R’s quantile.survfit, levels on the curve and beside it', () => {
    // survival/tests/quantile.R: S falls to 6/7 at 1, 18/35 at 6, 9/35 at 9; the last is seen until 10.
    const seven = observed([1, 6, 6, 9], [1, 8, 10]);
    const steps = withEnd(kaplanMeier(seven), seven);
    const levels = [13 / 14, 6 / 7, 2 / 3, 0.5, 9 / 35, 0.1];
    const shares = levels.map((level) => 1 - level);
    const quantiles = survivalQuantiles(steps, shares, 'log');
    expect(quantiles.map(({ value }) => value)).toEqual([1, 3.5, 6, 9, 9.5, null]);
    expect(quantiles.map(({ lower }) => lower)).toEqual([1, 1, 1, 6, 6, 9]);
    expect(quantiles.map(({ upper }) => upper)).toEqual([null, null, null, null, null, null]);
  });

  it('has an interval from where the limits cross the level', () => {
    /*
     * By hand, ten of which one ends each day, log-log limits of S with σ² = Σ 1/(n(n−1)):
     *
     *   day    1      2      3      4      5      6      7      8      9
     *   S      .9     .8     .7     .6     .5     .4     .3     .2     .1
     *   σ²     .0111  .025   .0429  .0667  .1     .15    .2333  .4     .9
     *   lower  .4730  .4087  .3287  .2527  .1836  .1227  .0711  .0309  .0057
     *   upper  .9853  .9459  .8919  .8272  .7532  .6702  .5779  .4747  .3581
     */
    const quantiles = survivalQuantiles(curve([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), [0.25, 0.5, 0.75], 'log-log');
    expect(quantiles).toEqual([
      { p: 0.25, value: 3, lower: 1, upper: 6 },
      { p: 0.5, value: 5.5, lower: 1, upper: 8 },
      { p: 0.75, value: 8, lower: 5, upper: null },
    ]);
  });

  it('counts what came late only from then on, in its interval too', () => {
    /*
     * By hand; the last three enter at 1.5, 1.5 and 4.
     *
     *   time  at risk              S             σ²           log-log limits
     *   1     a b c d e       5    4/5           1/20         .2038  .9692
     *   2     b c d e f g     6    2/3           1/20 + 1/30  .1946  .9044
     *   3     c d e f g       5    8/15          2/15         .1405  .8176
     *   5     d e f g h       5    32/75         11/60        .1021  .7276
     *   6     e f g h         4    8/25          4/15         .0627  .6258
     */
    const ended = [seen(1, true), seen(2, true), seen(3, true), seen(5, true)];
    const open = [seen(6, true), seen(8, false, 1.5), seen(8, false, 1.5), seen(9, false, 4)];
    const steps = kaplanMeier([...ended, ...open]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([5, 6, 5, 5, 4]);
    const [lower, middle] = survivalQuantiles(steps, [0.25, 0.5], 'log-log');
    expect(lower).toEqual({ p: 0.25, value: 2, lower: 1, upper: 5 });
    expect(middle).toEqual({ p: 0.5, value: 5, lower: 1, upper: null });
  });

  it('is none of no curve, and none where nothing ended', () => {
    const nothing = { value: null, lower: null, upper: null };
    expect(survivalQuantiles([], [0.5], 'log')).toEqual([{ p: 0.5, ...nothing }]);
    expect(survivalQuantiles(curve([], [5]), [0.5], 'log-log')).toEqual([{ p: 0.5, ...nothing }]);
  });

  const times = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 });

  it('is the plain median where nothing is censored', () => {
    fc.assert(
      fc.property(times, (list) => {
        expect(survivalQuantile(curve(list), 0.5)).toBe(percentile(sortNumbers(list), 0.5));
      }),
    );
  });

  it('lies within its interval, and grows with the share', () => {
    fc.assert(
      fc.property(
        times,
        times,
        fc.constantFrom('log' as const, 'log-log' as const),
        (list, open, transform) => {
          const quantiles = survivalQuantiles(curve(list, open), [0.25, 0.5, 0.75], transform);
          let before = 0;
          for (const { value, lower, upper } of quantiles) {
            expect((value ?? Infinity) >= before).toBe(true);
            before = value ?? Infinity;
            expect((lower ?? 0) <= before && before <= (upper ?? Infinity)).toBe(true);
          }
        },
      ),
    );
  });
});
