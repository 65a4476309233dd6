import fc from 'fast-check';
import { type Observation, kaplanMeier, survivalQuantile } from './kaplan-meier';

const seen = (time: number, event: boolean, entry = 0): Observation => ({ entry, time, event });

describe('Kaplan-Meier', () => {
  it('agrees with Freireich 6-MP (1963), the textbook set with ties and heavy censoring', () => {
    const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => seen(time, true));
    const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => seen(time, false));
    const steps = kaplanMeier([...ended, ...censored]);
    expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1],
    ]);
    const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    steps.forEach(({ survival }, index) => expect(survival).toBeCloseTo(published[index]!, 3));
    expect(survivalQuantile(steps, 0.5)).toBe(23);
    expect(survivalQuantile(steps, 0.25)).toBe(13);
    expect(survivalQuantile(steps, 0.75)).toBeNull();
  });

  it('lets what came late under observation count only from then on', () => {
    // By hand: at 2 only a and b are seen (c enters at 2, d at 3): 1/2. At 4 b, c, d: 2/3. At 6 c and d.
    const steps = kaplanMeier([seen(2, true), seen(4, true), seen(6, true, 2), seen(7, false, 3)]);
    expect(steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [2, 2],
      [4, 3],
      [6, 2],
    ]);
    const [first, second, third] = steps.map(({ survival }) => survival);
    expect(first).toBeCloseTo(1 / 2, 12);
    expect(second).toBeCloseTo(1 / 3, 12);
    expect(third).toBeCloseTo(1 / 6, 12);
  });

  it('counts what ended at once among those at risk', () => {
    expect(kaplanMeier([seen(0, true), seen(5, true)])).toEqual([
      { time: 0, atRisk: 2, events: 1, survival: 0.5 },
      { time: 5, atRisk: 1, events: 1, survival: 0 },
    ]);
  });

  it('takes the middle where the curve lies on the level', () => {
    const steps = kaplanMeier([1, 2, 3, 4].map((time) => seen(time, true)));
    expect(survivalQuantile(steps, 0.5)).toBe(2.5);
    expect(survivalQuantile(steps, 0.75)).toBe(3.5);
    expect(survivalQuantile(steps, 0.9)).toBe(4);
  });

  it('has no curve and no quantile without an end', () => {
    expect(kaplanMeier([seen(5, false)])).toEqual([]);
    expect(survivalQuantile([], 0.5)).toBeNull();
  });

  it('is the plain share of longer times when nothing is censored or late', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 }), (times) => {
        for (const { time, survival } of kaplanMeier(times.map((value) => seen(value, true)))) {
          const longer = times.filter((value) => value > time).length / times.length;
          expect(survival).toBeCloseTo(longer, 9);
        }
      }),
    );
  });
});
