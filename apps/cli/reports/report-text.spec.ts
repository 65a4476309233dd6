import type { Report, Row } from '@ledtid/lead-time';
import { WIDTH } from '../output/table';
import { reportText } from './report-text';

const DAY = 86_400;

function row(key: string, days: number, more: Partial<Row> = {}): Row {
  const seconds = { p50: days * DAY, p75: null, p90: 2 * days * DAY, max: null, mean: null, sum: 0 };
  return {
    ...{ key, n: 3, open: 1, seconds, censored: { p50: null, p75: null, p90: null } },
    ...{ waiting: days * DAY, assigned: 0, paused: 0, idle: 0, causes: {} },
    ...{ contributed: { seconds: days * DAY, share: days / 100 }, removable: 0, excess: null, target: null },
    ...more,
  };
}

function report(rows: Row[], more: Partial<Report> = {}): Report {
  return {
    ...{ report: 'lead-time', definition: 'What it means.', refreshedAt: '2026-11-22T09:00:00.000Z' },
    ...{ method: 'exact', error: 0, cohort: { from: null, to: null, cases: 4, open: 1 } },
    outcomes: { access: 3, partial: 0, refused: 0, dismissed: 0, withdrawn: 0, answered: 0 },
    ...{
      total: row('total', 100),
      milestones: { firstPart: null, receipt: null, ethicsToSubmission: null, fromCovering: null },
    },
    ...{ accessBy: null, incidence: null, rows, story: null },
    ...more,
  } as Report;
}

describe('a report for people', () => {
  it('keeps the order of the rows, and sets the whole below them', () => {
    const lines = reportText(report([row('decision', 60), row('access', 40)])).split('\n');
    const figures = lines
      .filter((line) => /^(decision|access|whole)/.test(line))
      .map((line) => line.split(/ {2,}/));
    expect(figures).toEqual([
      ['decision', '3', '1', '60d', '120d', '60d', '60d', '60.0 %'],
      ['access', '3', '1', '40d', '80d', '40d', '40d', '40.0 %'],
      ['whole', '3', '1', '100d', '200d'],
    ]);
  });

  it('says what the rows are, and leaves out columns that are zero in all of them', () => {
    const head = reportText(report([row('a', 1)]), 'holder').split('\n')[3];
    expect(head).toMatch(/^holder +visits +open +p50 +p90 +waiting +path +share$/);
  });

  it('names what was waited for, the longest first, summed over the rows', () => {
    const rows = [
      row('a', 1, { causes: { agreement: DAY, 'cohort-file': DAY } }),
      row('b', 1, { causes: { agreement: DAY } }),
    ];
    expect(reportText(report(rows))).toContain('Waited for: agreement 2d, cohort-file 1d.');
  });

  it('tells the share with access by a day, as far as it is known', () => {
    const accessBy = { '90': 0.1234, '180': 0.5, '365': null };
    expect(reportText(report([], { accessBy }))).toContain(
      'Access of all cases by day 90 12.3 %, day 180 50.0 %.',
    );
    const unknown = { '90': null, '180': null, '365': null };
    expect(reportText(report([], { accessBy: unknown }))).not.toContain('all cases');
  });

  it('breaks no line of a terminal, however long the names are', () => {
    const rows = [row('x'.repeat(150), 500, { paused: 900 * DAY, assigned: 900 * DAY })];
    const lines = reportText(report(rows, { definition: 'word '.repeat(80) })).split('\n');
    expect(lines.filter((line) => line.length > WIDTH)).toEqual([]);
  });

  it('can be made of nothing', () => {
    const empty = { p50: null, p75: null, p90: null, max: null, mean: null, sum: 0 };
    const text = reportText(report([], { total: row('total', 0, { n: 0, open: 0, seconds: empty }) }));
    expect(text).toMatch(/^whole +0 +0 +- +-$/m);
  });
});
