import * as fc from 'fast-check';
import { paretoOf } from './pareto';

const causes = fc.constantFrom('agreement', 'cohort-file', 'legal-opinion', 'unknown', null);
const times = fc.array(fc.record({ cause: causes, seconds: fc.nat(1e6), spans: fc.nat(9) }));

describe('a Pareto of causes', () => {
  it('puts the largest first, with its share and the share so far', () => {
    const { pareto } = paretoOf([
      { cause: 'agreement', seconds: 200, spans: 2 },
      { cause: null, seconds: 300, spans: 1 },
      { cause: 'cohort-file', seconds: 500, spans: 4 },
    ]);
    expect(pareto).toEqual([
      { cause: 'cohort-file', seconds: 500, spans: 4, share: 0.5, cumulative: 0.5 },
      { cause: null, seconds: 300, spans: 1, share: 0.3, cumulative: 0.8 },
      { cause: 'agreement', seconds: 200, spans: 2, share: 0.2, cumulative: 1 },
    ]);
  });

  it('counts what nobody explained and what nobody knows as rows of their own, and together as unexplained', () => {
    const { pareto, unexplained } = paretoOf([
      { cause: 'unknown', seconds: 30, spans: 1 },
      { cause: null, seconds: 20, spans: 1 },
      { cause: 'agreement', seconds: 50, spans: 1 },
    ]);
    expect(pareto.map(({ cause }) => cause)).toEqual(['agreement', 'unknown', null]);
    expect(unexplained).toEqual({ seconds: 50, share: 0.5 });
  });

  it('adds up a cause that comes several times, and orders ties by code, without a cause last', () => {
    const { pareto } = paretoOf([
      { cause: null, seconds: 10, spans: 1 },
      { cause: 'cohort-file', seconds: 10, spans: 1 },
      { cause: 'agreement', seconds: 4, spans: 1 },
      { cause: 'agreement', seconds: 6, spans: 2 },
    ]);
    expect(pareto.map(({ cause, seconds, spans }) => [cause, seconds, spans])).toEqual([
      ['agreement', 10, 3],
      ['cohort-file', 10, 1],
      [null, 10, 1],
    ]);
  });

  it('is empty of nothing', () => {
    const nothing = { seconds: 0, spans: 0, unexplained: { seconds: 0, share: 0 }, pareto: [] };
    expect(paretoOf([])).toEqual(nothing);
  });

  it('loses no second and no span, never rises, and comes to the whole', () => {
    fc.assert(
      fc.property(times, (given) => {
        const { seconds, spans, pareto } = paretoOf(given);
        expect(seconds).toBe(given.reduce((total, time) => total + time.seconds, 0));
        expect(spans).toBe(given.reduce((total, time) => total + time.spans, 0));
        pareto.slice(1).forEach((row, index) => expect(row.seconds <= pareto[index]!.seconds).toBe(true));
        if (seconds > 0) expect(pareto.at(-1)!.cumulative).toBe(1);
      }),
    );
  });
});
