import fc from 'fast-check';
import { percentile } from './percentiles';
import { weightedPercentile } from './weighted-percentile';

describe('A percentile of values that stand for several', () => {
  it('is the percentile of the values written out', () => {
    const cells = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 6 })));
    fc.assert(
      fc.property(cells, fc.double({ min: 0, max: 1, noNaN: true }), (unsorted, p) => {
        const sorted = [...unsorted].sort(([one], [other]) => one - other);
        const written = sorted.flatMap(([value, weight]) => Array<number>(weight).fill(value));
        expect(weightedPercentile(sorted, p)).toBe(percentile(written, p));
      }),
    );
  });
});
