import type { SurvivalStep } from './kaplan-meier';
import { type RiskSet, forEachEnd } from './risk-set';
import { type Transform, survivalLimits } from './survival-limits';

/** The age by which a share `p` has ended; null where the curve, or its limit, never falls that far. */
export interface SurvivalQuantile {
  p: number;
  value: number | null;
  lower: number | null;
  upper: number | null;
}

/** Survival is a product of quotients; this much is rounding and no difference. The same as in R. */
const ROUNDING = Math.sqrt(Number.EPSILON);

/**
 * The age by which a share `p` has ended; null where the curve never falls that far. Where the curve lies
 * exactly on 1 − p, the middle between that step and the next. After the last event there is none, and it is the
 * age of that event, as where R prints a median: a period's figure must not move with its oldest open case. With
 * the curve's end as a last step (`withEnd`) it is the middle to there, as R's `quantile.survfit` has it.
 */
export function survivalQuantile(steps: readonly SurvivalStep[], p: number): number | null {
  return reached(steps, 1 - p, ({ survival }) => survival);
}

/** `survivalQuantile` of several shares at once, straight from those at risk: a report has no use for the curve. */
export function quantilesAtRisk(risk: RiskSet, shares: readonly number[]): (number | null)[] {
  const found = shares.map((p) => ({
    level: 1 - p,
    at: null as number | null,
    until: null as number | null,
  }));
  let survival = 1;
  forEachEnd(risk, (age, atRisk, ended) => {
    survival *= 1 - ended / atRisk;
    for (const quantile of found) {
      if (quantile.at !== null) quantile.until ??= age;
      else if (survival <= quantile.level + ROUNDING) {
        quantile.at = age;
        // Below the level the step itself is the answer; on it, the next one is needed.
        if (survival < quantile.level - ROUNDING) quantile.until = age;
      }
    }
    return found.some(({ until }) => until === null);
  });
  return found.map(({ at, until }) => (at === null ? null : (at + (until ?? at)) / 2));
}

/**
 * The same with its 95 % interval: the ages that a test of S(t) = 1 − p does not refuse, which are those between
 * the crossings of 1 − p by the lower and by the upper limit. Brookmeyer and Crowley (1982), on the scale asked
 * for. Limits can rise again in a tail of a few; the first crossing counts, as where R prints a median.
 */
export function survivalQuantiles(
  steps: readonly SurvivalStep[],
  shares: readonly number[],
  transform: Transform,
): SurvivalQuantile[] {
  const limits = survivalLimits(steps, transform);
  return shares.map((p) => ({
    p,
    value: survivalQuantile(steps, p),
    lower: reached(steps, 1 - p, (_, index) => limits[index]?.lower ?? null),
    upper: reached(steps, 1 - p, (_, index) => limits[index]?.upper ?? null),
  }));
}

function reached(
  steps: readonly SurvivalStep[],
  level: number,
  heightAt: (step: SurvivalStep, index: number) => number | null,
): number | null {
  const index = steps.findIndex((step, place) => (heightAt(step, place) ?? Infinity) <= level + ROUNDING);
  const step = steps[index];
  if (step === undefined) return null;
  const isOnLevel = (heightAt(step, index) ?? 0) >= level - ROUNDING;
  const next = steps[index + 1];
  return isOnLevel && next !== undefined ? (step.time + next.time) / 2 : step.time;
}
