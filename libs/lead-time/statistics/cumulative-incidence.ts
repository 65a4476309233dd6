import { type SurvivalStep, isUnderObservation, kaplanMeier } from './kaplan-meier';
import { knownUntil } from './known-until';

/** One thing at risk over (entry, time]; `outcome` says how it ended at `time`, null where it was only seen until then. */
export interface OutcomeObservation {
  /** Age at which it came under observation; 0 where it was seen from its beginning. */
  entry: number;
  time: number;
  outcome: string | null;
}

/** The curve of one outcome after a time at which something ended that way. */
interface IncidenceStep {
  time: number;
  /** Estimated share of all that has ended that way by `time`. */
  incidence: number;
}

export interface CumulativeIncidence {
  /** By outcome; those that nothing ended with have no curve. */
  curves: ReadonlyMap<string, IncidenceStep[]>;
  /** The age up to which the observations tell anything; infinite where nothing is left open. */
  knownUntil: number;
}

/**
 * The share that has ended with outcome k by t while the others compete: F_k(t) = Σ S(tᵢ₋)·d_kᵢ/nᵢ over tᵢ ≤ t,
 * with S the Kaplan-Meier estimate of ending in any way. Aalen and Johansen (1978); with delayed entry as Klein
 * and Moeschberger (2003, sections 4.6 and 4.7). 1 − Kaplan-Meier with other outcomes censored would count as
 * still to come what never can.
 */
export function cumulativeIncidence(all: readonly OutcomeObservation[]): CumulativeIncidence {
  const observations = all.map(({ entry, time, outcome }) => ({ entry, time, event: outcome !== null }));
  const steps = kaplanMeier(observations);
  return { curves: curvesOf(all, steps), knownUntil: knownUntil(observations, steps) };
}

/** The share by an age; null where the observations do not reach. */
export function incidenceBy(
  { curves, knownUntil: end }: CumulativeIncidence,
  outcome: string,
  age: number,
): number | null {
  if (age > end) return null;
  return curves.get(outcome)?.findLast(({ time }) => time <= age)?.incidence ?? 0;
}

function curvesOf(
  all: readonly OutcomeObservation[],
  steps: readonly SurvivalStep[],
): Map<string, IncidenceStep[]> {
  const ended = all.filter((one) => one.outcome !== null && isUnderObservation(one));
  ended.sort((a, b) => a.time - b.time);
  const curves = new Map<string, IncidenceStep[]>();
  let before = 1;
  let next = 0;
  for (const { time, atRisk, survival } of steps) {
    for (; ended[next]?.time === time; next += 1) {
      raise(curves, ended[next]?.outcome ?? '', time, before / atRisk);
    }
    before = survival;
  }
  return curves;
}

function raise(curves: Map<string, IncidenceStep[]>, outcome: string, time: number, by: number): void {
  const curve = curves.get(outcome) ?? [];
  const last = curve.at(-1);
  if (last?.time === time) last.incidence += by;
  else curve.push({ time, incidence: (last?.incidence ?? 0) + by });
  curves.set(outcome, curve);
}
