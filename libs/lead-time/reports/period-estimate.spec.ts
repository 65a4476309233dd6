import { seededRandom } from '@ledtid/time';
import type { CaseHistory } from '../cases/case-history';
import { kaplanMeier } from '../statistics/kaplan-meier';
import { percentile, sortNumbers } from '../statistics/percentiles';
import { survivalQuantile } from '../statistics/survival-quantiles';
import { reportOver } from '../golden/report-over';

const DAY = 86_400_000;
const MONTH = 30 * DAY;
const MEAN = 90 * DAY;
const MONTHS = 200;
const ARRIVALS_A_MONTH = 100;
const SHARE_WITH_ACCESS = 0.75;
const ORIGIN = Date.parse('2020-01-01T00:00:00.000Z');

interface Stay {
  start: number;
  end: number;
  outcome: string;
}

/**
 * Cases that come one by one, independently of each other, and pass a single stage of exponential length; from
 * twenty months before the first, so that the months see a stationary flow.
 */
function simulate(seed: number): Stay[] {
  const random = seededRandom(seed);
  const exponential = (mean: number): number => -Math.log(1 - random()) * mean;
  const stays: Stay[] = [];
  let at = ORIGIN - 20 * MONTH;
  while ((at += exponential(MONTH / ARRIVALS_A_MONTH)) < ORIGIN + MONTHS * MONTH) {
    const start = Math.round(at);
    const outcome = random() < SHARE_WITH_ACCESS ? 'access' : 'refused';
    stays.push({ start, end: start + Math.max(1, Math.round(exponential(MEAN))), outcome });
  }
  return stays;
}

function historyOf({ start, end, outcome }: Stay, index: number): CaseHistory {
  const id = `case-${index}`;
  const nothing = { parentId: null, holder: null, part: null, occasion: null, dependsOn: [] };
  const instance = { ...nothing, id, workflow: 'application', outcome };
  const span = { instanceId: id, region: '', opened: 1, leaf: 'review', stage: 'review' } as const;
  return {
    caseId: id,
    instances: [{ ...instance, createdAt: start, firstSubmittedAt: start, endedAt: end }],
    spans: [{ ...span, activity: 'assigned', party: 'hdab', cause: null, holder: null, start, end }],
    milestones: outcome === 'access' ? [{ instanceId: id, key: 'access', at: end }] : [],
    events: [],
  };
}

function middle(values: (number | null | undefined)[]): number {
  return percentile(sortNumbers(values.map((value) => value ?? Infinity)), 0.5) ?? NaN;
}

describe('The estimate of a period, over 200 stationary months of an exponential stage', () => {
  const stays = simulate(20_261_122);
  const cases = stays.map((stay, index) => ({ stay, history: historyOf(stay, index) }));
  const trueMedian = MEAN * Math.LN2;

  const months = Array.from({ length: MONTHS }, (_, month) => {
    const [from, to] = [ORIGIN + month * MONTH, ORIGIN + (month + 1) * MONTH];
    return { from, to, present: cases.filter(({ stay }) => stay.start < to && stay.end >= from) };
  });

  const reports = months.map(({ from, to, present }) => {
    const histories = present.map(({ history }) => history);
    return reportOver(
      histories,
      { clock: 'lead-time', from, horizon: { at: to, inclusive: false } },
      'stage',
    );
  });

  it('has the true median within 5 %', () => {
    const medians = reports.map(({ rows }) => (rows[0]?.censored.p50 ?? Infinity) * 1000);
    expect(Math.abs(middle(medians) / trueMedian - 1)).toBeLessThan(0.05);
  });

  it('has the true share with access by day 90, refusals competing, within 5 %', () => {
    const truth = SHARE_WITH_ACCESS * (1 - Math.exp((-90 * DAY) / MEAN));
    const shares = reports.map(({ accessBy }) => accessBy?.['90']);
    expect(Math.abs(middle(shares) / truth - 1)).toBeLessThan(0.05);
  });

  /*
   * What looks like an estimate and is none: the visits that closed in the month with their whole length, and
   * those open at its end as censored at their age, all of them at risk from age 0. In a stationary flow of λ a
   * month, m months long on average, λ close in a month and λm are open at its end, both with ages of the same
   * exponential law. At each age λ of the λ + λm at risk are ends, so that the hazard comes out 1 + m times too
   * small, and the median 1 + m times too long. The whole stay of the open is held against one month's ends.
   */
  it('would be 1 + 3 times the truth, for a mean of three months, from the closed and the open alone', () => {
    const naive = months.map(({ to, present }) => {
      const observations = present.map(({ stay: { start, end } }) => ({
        entry: 0,
        time: Math.min(end, to) - start,
        event: end < to,
      }));
      return survivalQuantile(kaplanMeier(observations), 0.5);
    });
    expect(middle(naive) / trueMedian).toBeCloseTo(1 + MEAN / MONTH, 0);
  });
});
