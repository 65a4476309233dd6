import { WIDTH } from '../output/table';
import { type HolderReport, holderText } from './holder-text';

const DAY = 86_400;
const NOTHING = { p25: null, p50: null, p75: null };

function report(comparison: object): HolderReport {
  const seconds = { p50: 4 * DAY, p75: null, p90: 9 * DAY, max: null, mean: null, sum: 0 };
  return {
    ...{ report: 'holder', definition: 'word '.repeat(60), period: { from: '2026-03-01', to: null } },
    ...{ holder: 'region-norr', instances: [{ workflow: 'release', n: 2, open: 1 }] },
    time: {
      seconds: 20 * DAY,
      parts: [
        { key: 'own', seconds: 5 * DAY, share: 0.25, causes: { redelivery: DAY, 'staff-absence': 2 * DAY } },
        { key: 'other-holder', seconds: 15 * DAY, share: 0.75, causes: {} },
      ],
    },
    rows: [
      {
        ...{ key: 'extraction', n: 2, open: 1, seconds, own: { seconds: 5 * DAY, share: 0.25 }, causes: {} },
        ...{ waiting: 3 * DAY, assigned: 2 * DAY, paused: 0, comparison },
      },
    ],
    clocks: [],
    quality: {
      total: { passed: 3, firstTimeRight: 2 / 3, returns: 1, redeliveries: 1, complaints: null },
      rows: [],
    },
  } as unknown as HolderReport;
}

describe('the own view of a holder, for people', () => {
  const comparison = { holders: 5, p25: DAY, p50: 2 * DAY, p75: 7 * DAY, withheld: null };

  it('says whose turn it was, stage by stage how long, and how the others do', () => {
    const text = holderText(report(comparison));
    expect(text).toContain('holder from 2026-03-01 of region-norr: release 2 ended, 1 open');
    expect(text).toMatch(/^own +5d +25\.0 %$/m);
    expect(text).toMatch(/^extraction +2 +1 +4d +9d +3d +2d +5d +1d to 7d$/m);
    expect(text).toContain('Waited, own: staff-absence 2d, redelivery 1d.');
    expect(text).toContain('right first 66.7 %; returned 1, redelivered 1, complaints -.');
  });

  it('says why there is nothing to compare with, in lines that a terminal shows whole', () => {
    const text = holderText(report({ ...NOTHING, holders: null, withheld: 'few-holders' }));
    expect(text).toMatch(/^extraction .* few-holders$/m);
    expect(text.split('\n').filter((line) => line.length > WIDTH)).toEqual([]);
  });
});
