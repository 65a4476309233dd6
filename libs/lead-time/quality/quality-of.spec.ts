import { type QualityCount, qualityOf } from './quality-of';

const counts: QualityCount[] = [
  { stage: 'extraction', holder: 'north', what: 'passed', times: 4 },
  { stage: 'extraction', holder: 'north', what: 'right', times: 3 },
  { stage: 'extraction', holder: 'south', what: 'passed', times: 4 },
  { stage: 'extraction', holder: 'south', what: 'right', times: 1 },
  { stage: 'decision', holder: null, what: 'passed', times: 2 },
  { stage: 'decision', holder: null, what: 'return', times: 2 },
  { stage: null, holder: null, what: 'correction', times: 1 },
];

describe('Quality', () => {
  it('adds holders up to stages, what belongs to no stage to the total, and ranks by what was not right', () => {
    const { total, rows, cases } = qualityOf(5, counts, new Set(['return', 'correction']));
    expect(cases).toBe(5);
    expect(total).toMatchObject({ passed: 10, firstTimeRight: 0.4, returns: 2, corrections: 1 });
    expect(rows.map(({ key, firstTimeRight }) => [key, firstTimeRight])).toEqual([
      ['extraction', 0.5],
      ['decision', 0],
    ]);
    expect(rows[0]?.rows.map(({ key, firstTimeRight }) => [key, firstTimeRight])).toEqual([
      ['south', 0.25],
      ['north', 0.75],
    ]);
  });

  it('tells nothing of what no workflow could have recorded', () => {
    const { total, completionRequestsPerCase } = qualityOf(5, counts, new Set(['return']));
    expect(total).toMatchObject({ returns: 2, redeliveries: 0, complaints: null, completionRequests: null });
    expect([total.corrections, completionRequestsPerCase]).toEqual([null, null]);
  });
});
