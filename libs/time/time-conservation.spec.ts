import fc from 'fast-check';
import { toInstant } from './instant';
import { timeConservationViolations } from './time-conservation';

/** Hour `hour` of a day, so that histories read as numbers. */
const at = (hour: number) => toInstant(Date.UTC(2026, 10, 22, hour));
const span = (region: string, opened: number, from: number, to: number | null) => ({
  region,
  opened,
  start: at(from),
  end: to === null ? null : at(to),
});
const LIFE = { start: at(0), end: at(10) };

const review = [
  span('', 1, 0, 2),
  span('review.legal', 2, 2, 5),
  span('review.technical', 2, 2, 4),
  span('review.technical', 3, 4, 8),
  span('', 4, 8, 10),
];

describe('time conservation', () => {
  it('finds nothing wrong where regions run beside each other and one finishes first', () => {
    expect(timeConservationViolations(review, LIFE)).toEqual([]);
  });

  it('finds nothing wrong with an open instance, nor with spans of no length', () => {
    expect(
      timeConservationViolations([span('', 1, 0, 2), span('', 2, 2, null)], { start: at(0), end: null }),
    ).toEqual([]);
    expect(timeConservationViolations([span('', 1, 0, 0), span('', 2, 0, 10)], LIFE)).toEqual([]);
  });

  it('finds time that no span holds: before, between and after', () => {
    const holes = [span('', 1, 1, 3), span('', 2, 4, 9)];
    expect(timeConservationViolations(holes, LIFE)).toEqual([
      { breach: 'gap', regions: [''], opened: [1], from: at(0), to: at(1) },
      { breach: 'gap', regions: ['', ''], opened: [1, 2], from: at(3), to: at(4) },
      { breach: 'gap', regions: [''], opened: [2], from: at(9), to: at(10) },
    ]);
  });

  it('finds an instance that lives without an open span', () => {
    expect(timeConservationViolations([span('', 1, 0, 3)], { start: at(0), end: null })).toEqual([
      { breach: 'gap', regions: [''], opened: [1], from: at(3), to: null },
    ]);
    expect(timeConservationViolations([], LIFE)).toMatchObject([{ breach: 'gap', from: at(0), to: at(10) }]);
  });

  it('finds two spans of one region at once', () => {
    const doubled = [span('', 1, 0, 6), span('', 2, 4, null)];
    expect(timeConservationViolations(doubled, { start: at(0), end: null })).toEqual([
      { breach: 'overlap', regions: ['', ''], opened: [1, 2], from: at(4), to: at(6) },
    ]);
  });

  it('finds a span of the root, or of a region around, beside one within', () => {
    const nested = [
      span('', 1, 0, 3),
      span('review', 2, 2, 10),
      span('review.legal', 3, 9, 10),
      span('reviews', 4, 9, 10),
    ];
    expect(timeConservationViolations(nested, LIFE)).toMatchObject([
      { breach: 'overlap', opened: [1, 2], from: at(2), to: at(3) },
      { breach: 'overlap', opened: [2, 3], from: at(9), to: at(10) },
    ]);
  });

  it('finds spans outside the life, and spans that end before they start', () => {
    expect(timeConservationViolations([span('', 1, 0, 11)], LIFE)).toMatchObject([
      { breach: 'outside', opened: [1] },
    ]);
    expect(timeConservationViolations([span('', 1, 0, null)], LIFE)).toMatchObject([
      { breach: 'outside', opened: [1] },
    ]);
    expect(timeConservationViolations([span('', 1, 0, 10), span('', 2, 5, 4)], LIFE)).toContainEqual(
      expect.objectContaining({ breach: 'reversed', opened: [2] }),
    );
  });

  it('agrees with looking at every hour, for any spans of one region', () => {
    const anySpans = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 6 })), { maxLength: 8 });
    fc.assert(
      fc.property(anySpans, (pairs) => {
        const spans = pairs.map(([from, length], index) =>
          span('', index, from, Math.min(from + length, 10)),
        );
        const open = (hour: number) =>
          spans.filter(({ start, end }) => start <= at(hour) && at(hour) < end!).length;
        const hours = Array.from({ length: 10 }, (_, hour) => hour);
        const found = timeConservationViolations(spans, LIFE);
        const within = (breach: string, hour: number) =>
          found.some((one) => one.breach === breach && one.from <= at(hour) && at(hour) < one.to!);
        for (const hour of hours) {
          expect(within('gap', hour)).toBe(open(hour) === 0);
          expect(within('overlap', hour)).toBe(open(hour) > 1);
        }
      }),
    );
  });
});
