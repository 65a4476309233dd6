import fc from 'fast-check';
import { type ActivityRow, DECISIONS } from '../activity/activity';
import { pointsIn } from '../activity/points';
import type { AnyReport } from '../report-kinds';
import type { Row } from '../reports/report';
import { publish } from './publish';
import { publishActivity } from './publish-activity';
import { publishFlow } from './publish-flow';
import { publishLeadTime } from './publish-lead-time';

type LeadTime = Parameters<typeof publishLeadTime>[0];

function row(key: string, n: number, open = 0): Row {
  return {
    ...{ key, n, open, seconds: { p50: 1, p75: 2, p90: 3, max: 4, mean: 2, sum: 9 } },
    ...{
      censored: { p50: 1, p75: 2, p90: 3 },
      waiting: 1,
      assigned: 2,
      paused: 0,
      idle: 0,
      causes: { fee: 1 },
    },
    ...{ contributed: { seconds: 5, share: 0.5 }, removable: 1, excess: null, target: null },
  };
}

function leadTime(rows: Row[], partial = 0): LeadTime {
  const quantiles = { n: 4, p50: 1, p75: 2, p90: 3 };
  return {
    ...{ report: 'lead-time', definition: 'Time.', refreshedAt: '2026-11-22T09:00:00.000Z', method: 'exact' },
    ...{ error: 0, cohort: { from: null, to: null, cases: 60 + partial, open: 10 } },
    outcomes: { access: 40, partial, refused: 10, dismissed: 0, withdrawn: 0, answered: 0 },
    ...{
      total: row('total', 40 + partial, 10),
      accessBy: { '90': 0.1, '180': 0.2, '365': 0.3 },
      incidence: null,
    },
    milestones: { firstPart: quantiles, receipt: null, ethicsToSubmission: null, fromCovering: null },
    ...{ story: null, rows },
  };
}

const counts = (numbers: readonly number[], key: string): ActivityRow => {
  const [submitted = 0, permit = 0, refused = 0, answered = 0, dismissed = 0, withdrawn = 0] = numbers;
  const decided = permit + refused + answered + dismissed + withdrawn;
  return { key, submitted, permit, refused, answered, dismissed, withdrawn, decided };
};

describe('the lead-time table for the public', () => {
  it('hides a small row with every figure of it, and another one beside it', () => {
    const { rows, total } = publishLeadTime(leadTime([row('a', 30), row('b', 3), row('c', 9), row('d', 0)]));
    expect(rows.map(({ suppressed }) => suppressed)).toEqual([false, true, true, false]);
    expect(rows[1]).toMatchObject({ key: 'b', n: null, contributed: { seconds: null, share: null } });
    expect(total).toMatchObject({ suppressed: false, n: 40, seconds: { p50: 1, max: null }, causes: {} });
  });

  it('hides a small outcome and those that it could be computed from', () => {
    const { outcomes, accessBy, cohort, milestones } = publishLeadTime(leadTime([row('a', 30)], 2));
    // The total tells access and partial access together: neither may stand alone.
    expect(outcomes).toMatchObject({ access: null, partial: null, refused: 10 });
    expect({ accessBy, cases: cohort.cases, n: milestones.firstPart?.n }).toEqual({
      accessBy: null,
      cases: 62,
      n: null,
    });
  });
});

describe('the activity report for the public', () => {
  it('never shows a count under five, nor all but one of what adds up', () => {
    const numbers = fc.array(fc.nat(9), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 4 }), (table) => {
        const rows = table.map((one, index) => counts(one, `type-${index}`));
        const whole = counts(
          [0, 1, 2, 3, 4, 5].map((column) => table.reduce((sum, one) => sum + (one[column] ?? 0), 0)),
          'all',
        );
        const none = { n: 3, mean: 1, p50: 1 };
        const { applications, daysToAccess } = publishActivity({
          points: pointsIn('en'),
          applications: { ...whole, applicantType: rows, purpose: [], dataCategory: [] },
          daysToAccess: { access: none, answer: none, open: none },
        });
        expect(daysToAccess.access).toEqual({ n: null, mean: null, p50: null });
        for (const shown of applications.applicantType) {
          const parts = DECISIONS.map((decision) => shown[decision]);
          if (shown.decided !== null) expect(parts.filter((part) => part === null)).not.toHaveLength(1);
        }
        for (const column of ['submitted', ...DECISIONS, 'decided'] as const) {
          const cells = applications.applicantType.map((shown) => shown[column]);
          for (const cell of [...cells, applications[column]]) expect([1, 2, 3, 4]).not.toContain(cell);
          if (applications[column] !== null)
            expect(cells.filter((cell) => cell === null)).not.toHaveLength(1);
        }
      }),
    );
  });
});

describe('flow for the public', () => {
  const flow = (arrivals: number) => ({
    ...{ arrivals, departures: 20, workInProgress: { start: 20, end: arrivals, average: 11 }, months: [] },
    age: { p50: 1, p90: 2, max: 3, oldest: 'then', over30Days: arrivals - 1, over90Days: 0, over180Days: 0 },
    ...{ backlogWeeks: 1, little: { expected: 1, mean: 1, ratio: 1 } },
    ...{ reEntries: 2, handOffs: 7, recordingLag: { n: 20, p50: 0, p90: 9, overADay: 0.1 } },
  });

  it('withholds the weeks of backlog that tell, with the open work, how few left lately', () => {
    // 40 open: at 4 in 13 weeks 130 weeks of backlog, at 5 of them 104.
    const backlog = (weeks: number) =>
      publishFlow({ cases: { ...flow(40), backlogWeeks: weeks }, rows: [] }).cases.backlogWeeks;
    expect([backlog(130), backlog(104)]).toEqual([null, 104]);
  });

  it('hides small stages, and of the others what tells of few', () => {
    const rows = [3, 30, 40].map((arrivals) => ({ key: `stage-${arrivals}`, ...flow(arrivals) }));
    const { rows: shown, cases } = publishFlow({ cases: flow(50), rows });
    expect(shown.map(({ suppressed }) => suppressed)).toEqual([true, true, false]);
    expect(shown[0]).toMatchObject({
      arrivals: null,
      age: { p50: null },
      recordingLag: { n: null },
      handOffs: null,
    });
    expect(shown[2]).toMatchObject({
      arrivals: 40,
      reEntries: null,
      handOffs: 7,
      recordingLag: { overADay: null },
    });
    expect(cases.age).toEqual({
      ...{ p50: 1, p90: 2, max: null, oldest: null, over30Days: null, over90Days: null, over180Days: null },
    });
  });
});

describe('a report for the public', () => {
  it('says that figures are withheld, and why', () => {
    expect(publish(leadTime([]), 'sv')).toMatchObject({
      public: true,
      definition: expect.stringContaining('undertrycks'),
    });
  });

  it('is refused where nobody has made it safe', () => {
    expect(publish({ ...leadTime([]), report: 'causes' } as unknown as AnyReport, 'en')).toMatchObject({
      refused: { code: 'not-public' },
    });
  });
});
