import fc from 'fast-check';
import { historyOf, readGoldens } from '../golden/read-golden';
import { reportOver } from '../golden/report-over';
import { sheetOf } from '../sheets/sheet-of';
import { sortNumbers } from '../statistics/percentiles';
import { AgeingTally } from './ageing-tally';
import { histogram } from './histogram';
import { LengthsTally } from './lengths-tally';
import { survivalCurve } from './survival-curve';

const START = Date.parse('2026-03-02T08:00:00.000Z');
const DAY = 86_400_000;

const histories = readGoldens().map(historyOf);
const scopeTo = (day: number, from: number | null = null) => ({
  ...{ clock: 'lead-time' as const, from: from === null ? null : START + from * DAY },
  horizon: { at: START + day * DAY, inclusive: true },
});

describe('the lengths behind a row', () => {
  it.each([
    [20, null],
    [60, null],
    [60, 10],
    [400, 5],
  ])('are those that the table counts, seen on day %s from day %s', (day, from) => {
    const scope = scopeTo(day, from);
    const { rows, total } = reportOver(histories, scope, 'stage');
    const ageing = new AgeingTally(scope.horizon.at);
    const sheets = histories.flatMap((history) => sheetOf(history, scope, 'stage') ?? []);
    for (const sheet of sheets) ageing.add(sheet);
    for (const row of [...rows, total]) {
      const tally = new LengthsTally(scope, row.key);
      for (const sheet of sheets) tally.add(sheet);
      const { n, open, box, distribution, survival } = tally.finish();
      const { p50, p75, p90 } = row.seconds;
      expect([row.key, n, open, box.p50, box.p75, box.p90]).toEqual([
        row.key,
        row.n,
        row.open,
        p50,
        p75,
        p90,
      ]);
      expect(distribution.reduce((sum, bin) => sum + bin.n, 0)).toBe(n);
      // The curve is within 2 % of what the table says that half last.
      const half = survival.findLast(({ age }) => age <= (row.censored.p50 ?? 0));
      if (row.censored.p50 !== null) expect(half?.survival).toBeLessThanOrEqual(0.5 + 0.02);
    }
    const old = new Map(
      ageing.finish().map(({ key, ages }) => [key, ages.reduce((sum, { n }) => sum + n, 0)]),
    );
    expect(rows.map(({ key, open }) => [key, old.get(key) ?? 0, open])).toEqual(
      rows.map(({ key, open }) => [key, open, open]),
    );
  });
});

const ages = (max: number) => fc.array(fc.integer({ min: 1, max }), { maxLength: 400 });

describe('a curve of few points', () => {
  it('falls from one, stays between its limits, and is as long as somebody was seen', () => {
    fc.assert(
      fc.property(ages(300 * DAY), ages(300 * DAY), (ends, censored) => {
        const risk = {
          entries: new Float64Array(),
          ends: sortNumbers(ends),
          censored: sortNumbers(censored),
        };
        const points = survivalCurve(risk);
        if (ends.length === 0) return expect(points).toEqual([]);
        expect(points.length).toBeLessThanOrEqual(53);
        expect(points[0]).toMatchObject({ age: 0, survival: 1, atRisk: ends.length + censored.length });
        expect(points.at(-1)?.age).toBe(Math.max(...ends, ...censored) / 1000);
        points.slice(1).forEach(({ age, survival, lower, upper }, index) => {
          expect(age).toBeGreaterThan(points[index]?.age ?? 0);
          expect(survival).toBeLessThanOrEqual(points[index]?.survival ?? 0);
          if (lower !== null) expect(lower).toBeLessThanOrEqual(survival + 1e-12);
          if (upper !== null) expect(upper).toBeGreaterThanOrEqual(survival - 1e-12);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a histogram', () => {
  it('counts each length once, in at most fifteen bins of one width', () => {
    fc.assert(
      fc.property(fc.oneof(ages(3 * 3_600_000), ages(40 * DAY), ages(9_000 * DAY)), (lengths) => {
        const bins = histogram(sortNumbers(lengths));
        expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(lengths.length);
        expect(bins.length).toBeLessThanOrEqual(15);
        bins.slice(1).forEach(({ from }, index) => expect(from).toBe(bins[index]?.to));
      }),
    );
  });

  it('gives the tail one bin without an end', () => {
    const lengths = [...Array.from({ length: 99 }, (_, n) => (n % 10) * DAY + 1), 400 * DAY];
    expect(histogram(sortNumbers(lengths)).at(-1)).toEqual({ from: 10 * 86_400, to: null, n: 1 });
  });
});
