import type { Observation, SurvivalStep } from './kaplan-meier';

/**
 * The age up to which an estimate from these observations means anything: the first at which nobody was left
 * under observation. Beyond it a curve would only be drawn on. Infinite where everything has ended, for then
 * nothing more can come; not so where something was seen at a greater age, which shows that more lasted longer
 * than the few who were seen young (Klein and Moeschberger 2003, section 4.6, warn of those).
 */
export function knownUntil(observations: readonly Observation[], steps: readonly SurvivalStep[]): number {
  const exhausted = steps.find(({ survival }) => survival === 0)?.time ?? Infinity;
  const known = Math.min(unbrokenReach(observations), exhausted);
  const last = observations.reduce((latest, { time }) => Math.max(latest, time), 0);
  return known === exhausted && known === last ? Infinity : known;
}

/** Until when, from the beginning, always somebody was under observation. */
function unbrokenReach(observations: readonly Observation[]): number {
  let reach = 0;
  for (const { entry, time } of [...observations].sort((a, b) => a.entry - b.entry)) {
    if (entry > reach) return reach;
    reach = Math.max(reach, time);
  }
  return reach;
}
