import fc from 'fast-check';
import { SMALLEST_GROUP } from '../suppression/suppress-table';
import { type OtherHolder, comparisonOf } from './comparison';

const DAY = 86_400_000;
const others = (...days: number[]): OtherHolder[] => days.map((median) => ({ n: 5, median: median * DAY }));

describe('the comparison with other holders', () => {
  it('is the quartiles of their medians, in seconds', () => {
    expect(comparisonOf(others(9, 1, 5, 3, 7))).toEqual({
      ...{ holders: 5, p25: 3 * 86_400, p50: 5 * 86_400, p75: 7 * 86_400, withheld: null },
    });
  });

  it('leaves out who has too few visits, and takes no account of who has none', () => {
    const few = { n: 4, median: 100 * DAY };
    expect(comparisonOf([...others(9, 1, 5, 3, 7), few])).toMatchObject({ holders: 5, p50: 5 * 86_400 });
    expect(comparisonOf([...others(1, 2, 3, 4), few]).withheld).toBe('few-visits');
    expect(comparisonOf([...others(1, 2, 3, 4), { n: 0, median: null }]).withheld).toBe('few-holders');
    expect(comparisonOf([]).withheld).toBe('few-holders');
  });

  it('tells nothing, not even a number, of fewer than a group may have', () => {
    const other = fc.record({ n: fc.nat(8), median: fc.nat(1e9) });
    fc.assert(
      fc.property(fc.array(other, { maxLength: 9 }), (all) => {
        const { withheld, ...figures } = comparisonOf(all);
        const counted = all.filter(({ n }) => n >= SMALLEST_GROUP).length;
        expect(withheld === null).toBe(counted >= SMALLEST_GROUP);
        if (withheld === null) expect(figures.holders).toBe(counted);
        else expect(Object.values(figures)).toEqual([null, null, null, null]);
      }),
    );
  });
});
