import fc from 'fast-check';
import { type Observation, kaplanMeier, withEnd } from './kaplan-meier';
import { TRANSFORMS, greenwood, survivalLimits } from './survival-limits';

const seen = (time: number, event: boolean, entry = 0): Observation => ({ entry, time, event });

describe('the limits of a Kaplan-Meier curve', () => {
  /*
   * By hand, ties and heavy censoring: of ten, ended 2 2 5 9, seen until 2 3 5 6 6 9.
   *
   *   time  at risk  ended  S              Greenwood's sum
   *   2     10       2      8/10           2/(10·8)                      = 0.025
   *   5     6        1      8/10·5/6 = 2/3 0.025 + 1/(6·5)               = 0.058333
   *   9     2        1      1/3            0.058333 + 1/(2·1)            = 0.558333
   */
  const ten = [
    ...[2, 2, 5, 9].map((time) => seen(time, true)),
    ...[2, 3, 5, 6, 6, 9].map((time) => seen(time, false)),
  ];

  it('rest on Greenwood’s variance', () => {
    const steps = kaplanMeier(ten);
    expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [2, 10, 2],
      [5, 6, 1],
      [9, 2, 1],
    ]);
    const [first, second, third] = greenwood(steps);
    expect(first).toBeCloseTo(0.025, 12);
    expect(second).toBeCloseTo(0.025 + 1 / 30, 12);
    expect(third).toBeCloseTo(0.025 + 1 / 30 + 1 / 2, 12);
  });

  it('are what a person works out on either scale', () => {
    /*
     * σ = √0.025 = 0.158114, zσ = 0.309898 at 2:
     *   log      0.8·e^∓0.309898 = 0.586814 and 1.09063, cut at 1
     *   log-log  ln 0.8 = −0.223144; e^(0.309898/0.223144) = e^1.388783 = 4.009966
     *            0.8^4.009966 = 0.408690; 0.8^(1/4.009966) = 0.945873
     */
    const [log] = survivalLimits(kaplanMeier(ten), 'log');
    expect(log!.lower).toBeCloseTo(0.586814, 5);
    expect(log!.upper).toBe(1);
    const [loglog] = survivalLimits(kaplanMeier(ten), 'log-log');
    expect(loglog!.lower).toBeCloseTo(0.40869, 5);
    expect(loglog!.upper).toBeCloseTo(0.945873, 5);
  });

  it('are not told once all have ended, nor apart from the curve before anything has', () => {
    const gone = survivalLimits(kaplanMeier([seen(1, true), seen(2, true)]), 'log-log');
    expect(gone.at(-1)).toEqual({ lower: null, upper: null });
    const open = [seen(4, false)];
    expect(survivalLimits(withEnd(kaplanMeier(open), open), 'log')).toEqual([{ lower: 1, upper: 1 }]);
  });

  const lifetime = fc.tuple(fc.nat(20), fc.boolean()).map(([time, event]) => seen(time, event));

  it.each(TRANSFORMS)('hold the curve between them, and lie between 0 and 1, by %s', (transform) => {
    fc.assert(
      fc.property(fc.array(lifetime, { maxLength: 40 }), (observations) => {
        const steps = kaplanMeier(observations);
        survivalLimits(steps, transform).forEach(({ lower, upper }, index) => {
          if (lower === null || upper === null) return;
          const { survival } = steps[index]!;
          expect(0 <= lower && lower <= survival && survival <= upper && upper <= 1).toBe(true);
        });
      }),
    );
  });
});
