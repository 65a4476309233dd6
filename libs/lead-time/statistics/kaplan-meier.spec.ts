import fc from 'fast-check';
import { type Observation, kaplanMeier, withEnd } from './kaplan-meier';

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
  });

  it('lets what came late under observation count only from then on', () => {
    // By hand: at 2 only a and b are seen (c enters at 2, d at 3): 1/2. At 4 b, c, d: 2/3. At 6 c and d.
    const steps = kaplanMeier([seen(2, true), seen(4, true), seen(6, true, 2), seen(7, false, 3)]);
    expect(steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [2, 2],
      [4, 3],
      [6, 2],
    ]);
    const shares = [1 / 2, 1 / 3, 1 / 6];
    steps.forEach(({ survival }, index) => expect(survival).toBeCloseTo(shares[index]!, 12));
  });

  it('counts what ended at once among those at risk', () => {
    expect(kaplanMeier([seen(0, true), seen(5, true)])).toEqual([
      { time: 0, atRisk: 2, events: 1, survival: 0.5 },
      { time: 5, atRisk: 1, events: 1, survival: 0 },
    ]);
  });

  it('has no curve where nothing ended', () => {
    expect(kaplanMeier([seen(5, false)])).toEqual([]);
    expect(kaplanMeier([])).toEqual([]);
  });

  it.each([
    ['nothing was seen', [], []],
    ['nothing ended', [seen(3, false), seen(5, false)], [[5, 1, 0, 1]]],
    ['the last ended', [seen(3, false), seen(5, true)], [[5, 1, 1, 0]]],
    [
      'the last were open',
      [seen(3, true), seen(5, false), seen(5, false), seen(5, true, 5), seen(1, false)],
      [
        [3, 3, 1, 2 / 3],
        [5, 2, 0, 2 / 3],
      ],
    ],
  ])('ends where observation ends when %s', (_, observations, expected) => {
    const steps = withEnd(kaplanMeier(observations), observations);
    const told = steps.map(({ time, atRisk, events, survival }) => [time, atRisk, events, survival]);
    expect(told).toEqual(
      expected.map(([time, atRisk, events, s]) => [time, atRisk, events, expect.closeTo(s!, 12)]),
    );
  });

  it('leaves out what was under observation for no time at all', () => {
    expect(kaplanMeier([seen(5, true, 5), seen(6, true)])).toEqual([
      { time: 6, atRisk: 1, events: 1, survival: 0 },
    ]);
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

  const lifetime = fc
    .tuple(fc.nat(20), fc.nat(20), fc.boolean())
    .map(([entry, lasted, event]) => seen(entry + lasted, event, entry));

  it('never rises, never leaves 0 to 1, and does not mind the order', () => {
    fc.assert(
      fc.property(fc.array(lifetime, { maxLength: 40 }), (observations) => {
        const steps = kaplanMeier(observations);
        let before = 1;
        for (const { survival } of steps) {
          expect(survival >= 0 && survival <= before).toBe(true);
          before = survival;
        }
        expect(kaplanMeier([...observations].reverse())).toEqual(steps);
      }),
    );
  });

  it('says the same of lifetimes that are cut into the parts that periods see', () => {
    const whole = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean(), fc.integer({ min: 1, max: 29 }));
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 30 }), (list) => {
        const parts = list.flatMap(([time, event, cut]) =>
          cut < time ? [seen(cut, false), seen(time, event, cut)] : [seen(time, event)],
        );
        expect(kaplanMeier(parts)).toEqual(kaplanMeier(list.map(([time, event]) => seen(time, event))));
      }),
    );
  });
});
