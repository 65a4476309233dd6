import { sortNumbers } from './percentiles';
import { type RiskSet, forEachEnd } from './risk-set';

/** One thing at risk over (entry, time]; `event` says whether it ended at `time` or was only seen until then. */
export interface Observation {
  /** Age at which it came under observation; 0 where it was seen from its beginning. */
  entry: number;
  time: number;
  event: boolean;
}

/** The curve after a time at which something ended. */
export interface SurvivalStep {
  time: number;
  atRisk: number;
  events: number;
  /** Estimated share that lasts longer than `time`. */
  survival: number;
}

/**
 * The product-limit estimate S(t) = ∏ (1 − dᵢ/nᵢ) over times tᵢ ≤ t at which dᵢ of nᵢ at risk ended.
 * Kaplan and Meier (1958); for delayed entry (left truncation) nᵢ counts entry < tᵢ ≤ time, as Klein and
 * Moeschberger (2003, section 4.6). What was under observation for no time at all is left out.
 */
export function kaplanMeier(all: readonly Observation[]): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let survival = 1;
  forEachEnd(riskSetOf(all), (time, atRisk, events) => {
    survival *= 1 - events / atRisk;
    steps.push({ time, atRisk, events, survival });
    return true;
  });
  return steps;
}

function riskSetOf(all: readonly Observation[]): RiskSet {
  const observations = all.filter(isUnderObservation);
  const times = (ended: boolean): number[] =>
    observations.filter(({ event }) => event === ended).map(({ time }) => time);
  const entries = observations.map(({ entry }) => entry).filter((entry) => entry > 0);
  return {
    entries: sortNumbers(entries),
    ends: sortNumbers(times(true)),
    censored: sortNumbers(times(false)),
  };
}

/** The curve with its end among its steps, where the last were only seen until then: without events, and no lower. */
export function withEnd(
  steps: readonly SurvivalStep[],
  observations: readonly Observation[],
): SurvivalStep[] {
  const counted = observations.filter(isUnderObservation);
  const time = counted.reduce((latest, one) => Math.max(latest, one.time), 0);
  const last = steps.at(-1);
  if (counted.length === 0 || last?.time === time) return [...steps];
  const atRisk = counted.filter((one) => one.time === time).length;
  return [...steps, { time, atRisk, events: 0, survival: last?.survival ?? 1 }];
}

/** What is seen from its beginning is, even for an instant; what came late and left at once never was. */
export function isUnderObservation({ entry, time }: Pick<Observation, 'entry' | 'time'>): boolean {
  return entry <= 0 || entry < time;
}
