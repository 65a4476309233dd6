import type { SurvivalStep } from '../statistics/kaplan-meier';
import { type RiskSet, forEachEnd } from '../statistics/risk-set';
import { survivalLimits } from '../statistics/survival-limits';

/** From this age on so large a share lasts longer, and between which limits. Seconds. */
export interface CurvePoint {
  age: number;
  survival: number;
  /** 95 %, each age by itself; null where all at risk have ended. */
  lower: number | null;
  upper: number | null;
  atRisk: number;
}

/** At most so far apart do two points lie, unless one end alone takes it further down. */
const FALL = 0.02;

/**
 * The Kaplan-Meier curve of those at risk, delayed entry counted, with limits on the log-log scale. Of its steps as many as
 * tell it to within 2 %: a million ends give some fifty points. Begins at age 0; ends where the last was seen.
 */
export function survivalCurve(risk: RiskSet): CurvePoint[] {
  const steps = stepsOf(risk);
  const limits = survivalLimits(steps, 'log-log');
  const begin = { age: 0, survival: 1, lower: 1, upper: 1, atRisk: atBegin(risk) };
  const points: CurvePoint[] = steps.length === 0 ? [] : [begin];
  steps.forEach(({ time, atRisk, survival }, index) => {
    const isLast = index === steps.length - 1;
    if (!isLast && (points.at(-1)?.survival ?? 1) - survival < FALL) return;
    const { lower, upper } = limits[index] ?? { lower: null, upper: null };
    points.push({ age: time / 1000, survival, lower, upper, atRisk });
  });
  const [end, until] = [points.at(-1), lastSeen(risk) / 1000];
  return end === undefined || until <= end.age ? points : [...points, { ...end, age: until, atRisk: 0 }];
}

function stepsOf(risk: RiskSet): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let survival = 1;
  forEachEnd(risk, (time, atRisk, events) => {
    survival *= 1 - events / atRisk;
    steps.push({ time, atRisk, events, survival });
    return true;
  });
  return steps;
}

function atBegin({ entries, ends, censored }: RiskSet): number {
  return ends.length + censored.length - entries.length;
}

function lastSeen({ ends, censored }: RiskSet): number {
  return Math.max(ends[ends.length - 1] ?? 0, censored[censored.length - 1] ?? 0);
}
