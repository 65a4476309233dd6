import type { Stage } from '../api/client';

/** Parts that stand alike are told once: the one that has stood longest, and how many they are. */
export function standingAlike(stages: readonly Stage[]): [at: Stage, count: number][] {
  const groups = new Map<string, [Stage, number]>();
  for (const at of stages.toSorted((one, other) => one.since.localeCompare(other.since))) {
    const key = [at.stage, at.party, at.cause, at.activity].join(' ');
    const [first, count] = groups.get(key) ?? [at, 0];
    groups.set(key, [first, count + 1]);
  }
  return [...groups.values()];
}
