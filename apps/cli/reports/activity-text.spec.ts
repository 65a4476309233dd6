import { WIDTH } from '../output/table';
import { type ActivityReport, activityText } from './activity-text';

const counts = { submitted: 9, permit: 4, refused: 2, answered: 0, dismissed: 1, withdrawn: 1, decided: 8 };
const report: ActivityReport = {
  ...{ report: 'activity', definition: 'What the body did.', refreshedAt: '2026-11-22T09:00:00.000Z' },
  ...{ method: 'exact', error: 0, period: { from: '2025-01-01', to: '2027-01-01' } },
  points: [
    { point: 'a', subject: 'Applications', figures: 'applications', missing: null },
    { point: 'g', subject: 'Revenues', figures: null, missing: 'Fees are not recorded by this system yet.' },
  ],
  applications: { ...counts, applicantType: [{ key: 'company', ...counts }], purpose: [], dataCategory: [] },
  daysToAccess: {
    access: { n: 4, mean: 100, p50: 90.5 },
    answer: { n: 0, mean: null, p50: null },
    open: { n: 1, mean: 12, p50: 12 },
  },
};

describe('the activity report for people', () => {
  it('shows applications by type, days beside what is open, and each point', () => {
    const lines = activityText(report).split('\n');
    expect(lines[0]).toBe('activity from 2025-01-01 to 2027-01-01: 9 applications came, 8 were decided');
    expect(lines[5]?.split(/ {2,}/)).toEqual(['company', '9', '4', '2', '0', '1', '1', '8']);
    expect(lines).toContain(
      'Days to access: 100.0 on average, 90.5 median (4). To an answer with statistics: 0.',
    );
    expect(lines).toContain('Still open: 12.0 on average, 12.0 median (1) so far.');
    expect(lines.slice(-2)).toEqual([
      '(a) Applications: above.',
      '(g) Revenues: Fees are not recorded by this system yet.',
    ]);
    expect(lines.filter((line) => line.length > WIDTH)).toEqual([]);
  });
});
