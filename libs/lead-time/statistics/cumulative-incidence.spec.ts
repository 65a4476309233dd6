import fc from 'fast-check';
import { type OutcomeObservation, cumulativeIncidence, incidenceBy } from './cumulative-incidence';
import { kaplanMeier } from './kaplan-meier';

const seen = (time: number, outcome: string | null, entry = 0): OutcomeObservation => ({
  ...{ entry, time, outcome },
});

describe('cumulative incidence', () => {
  /*
   * By hand, ten cases; S is the share without any end before the time.
   *
   *   time  at risk  access  refused  open   S before      access adds   refused adds
   *   1     10       1       0        0      1             1/10
   *   2     9        1       1        0      9/10          1/10          1/10
   *   3     7        0       0        2      7/10
   *   4     5        2       0        0      7/10          14/50 = 7/25
   *   5     3        0       1        0      21/50                       7/50
   *   6     2        0       0        2      7/25
   */
  const ten = [
    ...[seen(1, 'access'), seen(2, 'access'), seen(2, 'refused'), seen(3, null), seen(3, null)],
    ...[seen(4, 'access'), seen(4, 'access'), seen(5, 'refused'), seen(6, null), seen(6, null)],
  ];

  it('is what a person works out, with ties, censoring and two outcomes', () => {
    const found = cumulativeIncidence(ten);
    const shares = (outcome: string) => [0, 1, 2, 3, 4, 5, 6].map((age) => incidenceBy(found, outcome, age));
    const expected = {
      access: [0, 1 / 10, 2 / 10, 2 / 10, 12 / 25, 12 / 25, 12 / 25],
      refused: [0, 0, 1 / 10, 1 / 10, 1 / 10, 6 / 25, 6 / 25],
    };
    shares('access').forEach((share, age) => expect(share).toBeCloseTo(expected.access[age]!, 12));
    shares('refused').forEach((share, age) => expect(share).toBeCloseTo(expected.refused[age]!, 12));
    expect(incidenceBy(found, 'withdrawn', 6)).toBe(0);
    expect(incidenceBy(found, 'access', 6.1)).toBeNull();
  });

  it('lets a case that came late under observation count only from then on', () => {
    /*
     *   time  at risk                                  adds
     *   2     a, b (c enters at 2, d at 3)    S 1      refused 1/2
     *   4     b, c, d                         S 1/2    access 1/6
     *   6     c, d                            S 1/3    access 1/6
     *   7     d                               S 1/6    refused 1/6: nobody is left
     */
    const [a, b] = [seen(2, 'refused'), seen(4, 'access')];
    const [c, d] = [seen(6, 'access', 2), seen(7, 'refused', 3)];
    const found = cumulativeIncidence([d, b, a, c]);
    expect(incidenceBy(found, 'access', 3)).toBe(0);
    expect(incidenceBy(found, 'access', 5)).toBeCloseTo(1 / 6, 12);
    expect(incidenceBy(found, 'access', 1000)).toBeCloseTo(1 / 3, 12);
    expect(incidenceBy(found, 'refused', 1000)).toBeCloseTo(2 / 3, 12);
  });

  it('leaves out what was under observation for no time at all', () => {
    const found = cumulativeIncidence([seen(3, 'access', 3), seen(3, 'refused'), seen(5, null)]);
    expect(incidenceBy(found, 'access', 4)).toBe(0);
    expect(incidenceBy(found, 'refused', 4)).toBeCloseTo(1 / 2, 12);
  });

  it.each([
    ['nothing was observed', [], 0],
    ['some are open', [seen(3, 'access'), seen(8, null)], 8],
    ['all have ended', [seen(3, 'access'), seen(8, 'refused')], Infinity],
    ['nobody was seen from the beginning', [seen(9, 'access', 4)], 0],
    ['nobody was seen in between', [seen(3, null), seen(9, 'access', 4)], 3],
    ['one is seen from the moment at which another left', [seen(4, null), seen(9, null, 4)], 9],
    [
      'the few seen young all ended, and others lasted',
      [seen(2, 'refused'), seen(9, 'access', 1.5)],
      Infinity,
    ],
    ['the one seen young ended before the others came', [seen(2, 'refused'), seen(9, 'access', 5)], 2],
    ['the one seen young ended as the other came', [seen(2, 'refused'), seen(9, 'access', 2)], 2],
  ])('knows how far it reaches when %s', (_, observations, age) => {
    expect(cumulativeIncidence(observations).knownUntil).toBe(age);
  });

  const observation = fc
    .tuple(
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom('access', 'refused', 'withdrawn', null),
    )
    .map(([entry, lasted, outcome]) => seen(entry + lasted, outcome, entry));

  it('adds up, over the outcomes, to what Kaplan-Meier says has ended', () => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 40 }), (observations) => {
        const { curves } = cumulativeIncidence(observations);
        const all = { curves, knownUntil: Infinity };
        const plain = observations.map(({ entry, time, outcome }) => ({
          entry,
          time,
          event: outcome !== null,
        }));
        for (const { time, survival } of kaplanMeier(plain)) {
          const ended = [...curves.keys()].reduce((sum, key) => sum + incidenceBy(all, key, time)!, 0);
          expect(ended).toBeCloseTo(1 - survival, 9);
        }
      }),
    );
  });

  it('is the plain share where nothing is open or late', () => {
    const ended = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom('access', 'refused'));
    fc.assert(
      fc.property(fc.array(ended, { minLength: 1, maxLength: 40 }), fc.nat(25), (pairs, age) => {
        const found = cumulativeIncidence(pairs.map(([time, outcome]) => seen(time, outcome)));
        const share = pairs.filter(([time, outcome]) => time <= age && outcome === 'access').length;
        expect(incidenceBy(found, 'access', age)).toBeCloseTo(share / pairs.length, 9);
      }),
    );
  });
});
