import type { FlowBody, Flow } from '../flow/flow';
import { noOutcomes, type Report, type Row } from '../reports/report';
import { publicFigures } from './public-figures';

const DAY = 86_400;
const quantiles = { p50: 10 * DAY, p75: 20 * DAY, p90: 30 * DAY };

function row(key: string, n: number, open = 0): Row {
  return {
    ...{ key, n, open, seconds: { ...quantiles, max: 99 * DAY, mean: 12 * DAY, sum: n * 12 * DAY } },
    ...{ censored: quantiles, waiting: 1, assigned: 1, paused: 0, idle: 0, causes: { fee: 1 } },
    ...{ contributed: { seconds: 5, share: 0.5 }, removable: 1, excess: null, target: null },
  };
}

function table(report: Report['report'], access: number, rows: Row[]): Report {
  return {
    ...{ report, definition: '', refreshedAt: '2026-11-22T09:00:00.000Z', method: 'exact', error: 0 },
    ...{ cohort: { from: null, to: null, cases: access, open: 0 }, outcomes: { ...noOutcomes(), access } },
    ...{ total: row('total', access), accessBy: null, incidence: null, story: null, rows },
    milestones: { firstPart: null, receipt: null, ethicsToSubmission: null, fromCovering: null },
  };
}

function flow(open: number, backlogWeeks: number): Flow {
  return {
    ...{
      arrivals: 60,
      departures: 50,
      workInProgress: { start: open - 10, end: open, average: 30 },
      months: [],
    },
    age: { p50: 7 * DAY, p90: DAY, max: DAY, oldest: null, over30Days: 9, over90Days: 0, over180Days: 0 },
    ...{ backlogWeeks, little: { expected: null, mean: null, ratio: null } },
  };
}

function stageFlow(key: string, open: number): FlowBody['rows'][number] {
  const recordingLag = { n: 0, p50: null, p90: null, overADay: null };
  return { key, ...flow(open, 4), reEntries: 0, handOffs: 0, recordingLag };
}

const none = { submitted: 0, permit: 0, refused: 0, answered: 0, dismissed: 0, withdrawn: 0, decided: 0 };
const days = (n: number) => ({ n, mean: 12, p50: 11 });
const activity = (answers = 9) => ({
  points: [],
  applications: { ...none, submitted: 60, permit: 40, refused: 3, decided: 43, ...NO_GROUPS },
  daysToAccess: { access: days(40), answer: days(answers), open: days(40) },
});
const NO_GROUPS = { applicantType: [], purpose: [], dataCategory: [] };

const reports = (open = 40, weeks = 8, answers = 9, access = 40) => ({
  leadTime: table('lead-time', access, [
    row('check', 30, 0),
    row('rare', 3),
    row('seldom', 6),
    row('none', 9),
  ]),
  afterEthics: table('after-ethics', access, []),
  flow: { cases: flow(open, weeks), rows: [stageFlow('check', 30), stageFlow('next', 40)] },
  activity: activity(answers),
});

describe('what the public may know', () => {
  it('is the queue, how long it usually takes, and how many applied', () => {
    expect(publicFigures(reports())).toMatchObject({
      queue: { open: 40, age: 7 * DAY, backlogWeeks: 8 },
      leadTimes: { access: quantiles, afterEthics: quantiles, answer: 11 * DAY },
      applications: { submitted: 60, permit: 40, refused: null },
    });
  });

  it('tells of a stage with few visits only that it is there, and of what no stage owns nothing', () => {
    const { stages } = publicFigures(reports());
    expect(stages.map(({ key, p50 }) => [key, p50])).toEqual([
      ['check', 10 * DAY],
      ['next', null],
      ['rare', null],
      ['seldom', null],
    ]);
  });

  it('tells no length of few cases', () => {
    const { leadTimes } = publicFigures(reports(40, 8, 3, 4));
    expect(leadTimes).toEqual({
      ...{ access: { p50: null, p75: null, p90: null }, afterEthics: { p50: null, p75: null, p90: null } },
      answer: null,
    });
  });

  it('tells no backlog from which it follows that few left lately', () => {
    // 40 open, at 4 in 13 weeks.
    expect(publicFigures(reports(40, 130)).queue.backlogWeeks).toBeNull();
    expect(publicFigures(reports(40, 104)).queue.backlogWeeks).toBe(104);
  });

  it('has no number of cases beside those of open work and of applications, so that no difference tells of few', () => {
    const { leadTimes, stages, queue } = publicFigures(reports());
    expect(Object.keys({ ...leadTimes.access, ...stages[0], ...queue }).sort()).toEqual([
      'age',
      'backlogWeeks',
      'key',
      'open',
      'p50',
      'p75',
      'p90',
    ]);
  });
});
