import fc from 'fast-check';
import { kaplanMeier } from './kaplan-meier';
import { sortNumbers } from './percentiles';
import { quantilesAtRisk, survivalQuantile } from './survival-quantiles';

/** Few different ages, so that there are ties; what came late came before it was last seen. */
const observations = fc.array(
  fc.record({ entry: fc.nat(6), stay: fc.nat(8), event: fc.boolean() }).map(({ entry, stay, event }) => ({
    ...{ entry, event },
    time: entry + stay + (entry > 0 ? 1 : 0),
  })),
  { maxLength: 40 },
);

it('gives the quantiles that the curve gives, without making it', () => {
  const shares = [0.1, 0.25, 0.5, 0.75, 0.9];
  fc.assert(
    fc.property(observations, (list) => {
      const times = (ended: boolean) => list.filter(({ event }) => event === ended).map(({ time }) => time);
      const risk = {
        entries: sortNumbers(list.map(({ entry }) => entry).filter((entry) => entry > 0)),
        ends: sortNumbers(times(true)),
        censored: sortNumbers(times(false)),
      };
      const steps = kaplanMeier(list);
      expect(quantilesAtRisk(risk, shares)).toEqual(shares.map((p) => survivalQuantile(steps, p)));
    }),
    { numRuns: 1000 },
  );
});
