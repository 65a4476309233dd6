import fc from 'fast-check';
import { suppressRows, withheld } from './withhold';

const identity = (counts: readonly number[]): readonly number[] => counts;

describe('rows for the public', () => {
  it('hide a small row and the smallest other one', () => {
    expect(suppressRows([[30], [3], [9]], identity)).toEqual({ rows: [false, true, true], whole: false });
  });

  it('hide the whole where no other row can hide a small one', () => {
    expect(suppressRows([[3], [0]], identity)).toEqual({ rows: [true, false], whole: true });
  });

  it('never hide one row alone, in any of its counts, while the whole is shown', () => {
    const row = fc.tuple(fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (counts) => {
        const { rows, whole } = suppressRows(counts, identity);
        counts.forEach((own, index) => {
          if (own.some((count) => count > 0 && count < 5)) expect(rows[index]).toBe(true);
        });
        if (!whole) expect(rows.filter(Boolean)).not.toHaveLength(1);
      }),
    );
  });

  it('keep what a thing is called, and drop every figure of it', () => {
    expect(withheld({ key: 'check', n: 3, seconds: { p50: 1, max: null }, months: [{ n: 1 }] })).toEqual({
      ...{ key: 'check', n: null, seconds: { p50: null, max: null }, months: [{ n: null }] },
    });
  });
});
