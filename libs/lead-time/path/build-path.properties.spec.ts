import fc from 'fast-check';
import { figuresOf } from '../reports/case-figures';
import { reportOver } from '../golden/report-over';
import { DIMENSIONS } from '../reports/report';
import { type Walk, walks } from './random-history';

const RUNS = { numRuns: 400 };

const dimension = fc.constantFrom(...DIMENSIONS);

/** The walk seen at one of its moments, over a period that may begin in mid-case. */
const scopes = fc.record({ walk: walks, by: dimension, period: fc.boolean(), inclusive: fc.boolean() });

type Drawn = typeof scopes extends fc.Arbitrary<infer Value> ? Value : never;

function scopeOf({ walk, period, inclusive }: Drawn) {
  const [first = 0, , last = 0] = walk.moments;
  return { clock: 'lead-time' as const, from: period ? first : null, horizon: { at: last, inclusive } };
}

describe('The critical path', () => {
  it('runs without a gap from the first instant of the case to its last, whatever the history', () => {
    fc.assert(
      fc.property(scopes, (drawn) => {
        const figures = figuresOf(drawn.walk.history, { ...scopeOf(drawn), from: null });
        if (figures === null) return;
        const { frame, path } = figures;
        let reached = frame.start;
        for (const piece of path.pieces) {
          expect(piece.start).toBe(reached);
          reached = piece.end;
        }
        expect(reached).toBe(frame.end);
      }),
      RUNS,
    );
  });

  it('reaches the end when it did as long as nothing is taken out', () => {
    fc.assert(
      fc.property(scopes, (drawn) => {
        const figures = figuresOf(drawn.walk.history, { ...scopeOf(drawn), from: null });
        if (figures === null) return;
        const { network, end } = figures.path;
        expect(network.reached(end, () => 0)).toBe(figures.frame.end);
      }),
      RUNS,
    );
  });

  it('splits a period into parts that add up to the whole, to the millisecond, in every dimension', () => {
    fc.assert(
      fc.property(scopes, (drawn) => {
        const scope = scopeOf(drawn);
        const figures = figuresOf(drawn.walk.history, scope);
        if (figures === null) return;
        const { rows, total } = reportOf(drawn.walk, drawn);
        const parts = rows.reduce((sum, row) => sum + Math.round(row.contributed.seconds * 1000), 0);
        const whole = figures.frame.end - Math.max(figures.since, scope.from ?? figures.since);
        expect(parts).toBe(Math.max(0, whole));
        expect(Math.round(total.contributed.seconds * 1000)).toBe(parts);
        if (parts > 0) expect(rows.reduce((sum, row) => sum + row.contributed.share, 0)).toBeCloseTo(1, 9);
      }),
      RUNS,
    );
  });

  it('never gains more by taking a row out than the row contributed', () => {
    fc.assert(
      fc.property(scopes, (drawn) => {
        for (const { contributed, removable } of reportOf(drawn.walk, drawn).rows) {
          expect(removable).toBeGreaterThanOrEqual(0);
          expect(removable).toBeLessThanOrEqual(contributed.seconds + 1e-9);
        }
      }),
      RUNS,
    );
  });
});

function reportOf(walk: Walk, drawn: Drawn) {
  return reportOver([walk.history], scopeOf(drawn), drawn.by);
}
