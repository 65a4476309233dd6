import { WIDTH } from '../output/table';
import { type FlowReport, flowText } from './flow-text';

const DAY = 86_400;
const none = { p50: null, p90: null, max: null, oldest: null, over30Days: 0, over90Days: 0, over180Days: 0 };
const flow = {
  ...{ arrivals: 12, departures: 10, workInProgress: { start: 1, end: 3, average: 2.25 }, months: [] },
  age: { ...none, p50: 40 * DAY, p90: 100 * DAY, over90Days: 1 },
  ...{ backlogWeeks: 4, little: { expected: 11, mean: 10, ratio: 1.1 } },
};
const row = {
  ...{ ...flow, key: 'legal-review', reEntries: 2, handOffs: 0 },
  recordingLag: { n: 10, p50: 0, p90: 5, overADay: 0.125 },
};
const report: FlowReport = {
  ...{ report: 'flow', definition: 'What came and left.', refreshedAt: '2026-11-22T09:00:00.000Z' },
  ...{ method: 'exact', error: 0, period: { from: '2026-01-01', to: null }, cases: flow, rows: [row] },
};

describe('the report of flow for people', () => {
  it('sets whole cases below the stages, and names rework and late registration', () => {
    const lines = flowText(report).split('\n');
    expect(lines[0]).toBe('flow from 2026-01-01: 12 cases came, 10 left, 3 open');
    const cells = lines.slice(5, 7).map((line) => line.split(/ {2,}/));
    const figures = ['12', '10', '3', '2.3', '40d', '100d', '1', '4.0', '1.10'];
    expect(cells).toEqual([
      ['legal-review', ...figures],
      ['whole cases', ...figures],
    ]);
    expect(lines).toContain('Came back (rework): legal-review 2.');
    expect(lines).toContain('Registered more than a day late: legal-review 12.5 %.');
    expect(lines.filter((line) => line.length > WIDTH)).toEqual([]);
  });

  it('can be made of nothing', () => {
    const empty = {
      ...{
        arrivals: 0,
        departures: 0,
        workInProgress: { start: 0, end: 0, average: null },
        months: [],
        age: none,
      },
      ...{ backlogWeeks: null, little: { expected: null, mean: null, ratio: null } },
    };
    expect(flowText({ ...report, cases: empty, rows: [] })).toMatch(
      /^whole cases +0 +0 +0 +- +- +- +0 +- +-$/m,
    );
  });
});
