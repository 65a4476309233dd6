import type { SurvivalStep } from './kaplan-meier';

export const TRANSFORMS = ['log-log', 'log'] as const;

/** The scale on which the estimate is taken for normally distributed. */
export type Transform = (typeof TRANSFORMS)[number];

/** Between which the true survival lies, after the step of the same index; null where that cannot be told. */
export interface SurvivalLimits {
  lower: number | null;
  upper: number | null;
}

/** The 97.5 % quantile of the standard normal distribution: intervals are 95 %, for each time by itself. */
const Z = 1.959963984540054;

/**
 * The 95 % limits of a Kaplan-Meier curve, with σ² = Σ dᵢ/(nᵢ(nᵢ−dᵢ)) the variance of log S by Greenwood (1926):
 * - `log-log`: S^exp(∓zσ/log S), which stays between 0 and 1. Kalbfleisch and Prentice (1980); Borgan and
 *   Liestøl (1990) find it good in small samples.
 * - `log`: S·exp(∓zσ), at most 1; what R's `survfit` gives unless asked otherwise.
 *
 * Null once all at risk have ended, for σ is infinite there.
 */
export function survivalLimits(steps: readonly SurvivalStep[], transform: Transform): SurvivalLimits[] {
  const limits = transform === 'log' ? logLimits : logLogLimits;
  const variances = greenwood(steps);
  return steps.map(({ survival }, index) => {
    const deviation = Math.sqrt(variances[index] ?? Infinity);
    if (!Number.isFinite(deviation)) return { lower: null, upper: null };
    return deviation === 0 ? { lower: survival, upper: survival } : limits(survival, Z * deviation);
  });
}

/** Greenwood's variance of log S after each step; that of S itself is S² times it. */
export function greenwood(steps: readonly SurvivalStep[]): number[] {
  let sum = 0;
  return steps.map(({ atRisk, events }) => {
    if (events > 0) sum += events / (atRisk * (atRisk - events));
    return sum;
  });
}

function logLimits(survival: number, reach: number): SurvivalLimits {
  return { lower: survival * Math.exp(-reach), upper: Math.min(1, survival * Math.exp(reach)) };
}

function logLogLimits(survival: number, reach: number): SurvivalLimits {
  const stretch = Math.exp(reach / -Math.log(survival));
  return { lower: survival ** stretch, upper: survival ** (1 / stretch) };
}
