import { type CausesReport, causesText } from './causes-text';

const DAY = 86_400;
const pareto = [
  { cause: 'agreement', seconds: 6 * DAY, spans: 2, share: 0.6, cumulative: 0.6 },
  { cause: null, seconds: 4 * DAY, spans: 1, share: 0.4, cumulative: 1 },
];
const unexplained = { seconds: 4 * DAY, share: 0.4 };
const whole = { seconds: 10 * DAY, spans: 3, unexplained, pareto, asked: 1 };
const report: CausesReport = {
  ...{ report: 'causes', definition: 'Why cases stood.', refreshedAt: '2026-11-22T09:00:00.000Z' },
  ...{ method: 'exact', error: 0, period: { from: '2026-01-01', to: null } },
  ...whole,
  parties: [{ party: 'hdab', share: 1, ...whole }],
};

describe('the report of causes for people', () => {
  it('lists the causes with their share and the share so far, and says what nobody explained', () => {
    const lines = causesText(report)
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(lines[0]).toEqual(['causes from 2026-01-01: 3 waits, 10d']);
    expect(lines.slice(5, 7)).toEqual([
      ['agreement', '2', '6d', '60.0 %', '60.0 %'],
      ['(no cause given)', '1', '4d', '40.0 %', '100.0 %'],
    ]);
    expect(lines.slice(8)).toEqual([
      ['Of the waiting time 40.0 % has no named cause (4d); asked for a cause: 1.'],
      ['hdab: 10d, 100.0 % of all; agreement 60.0 %, (no cause given) 40.0 %.'],
    ]);
  });

  it('can be made of nothing', () => {
    const none = { seconds: 0, spans: 0, unexplained: { seconds: 0, share: 0 }, pareto: [], asked: 0 };
    expect(causesText({ ...report, ...none, parties: [] })).toContain('0.0 % has no named cause');
  });
});
