import type { ConfigurationProblem } from './entry-check';
import type { CivilDate } from './instant';

/** Something that is in force from a date (with it) until another (without it; null: still in force). */
export interface Dated {
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

export function inForce<T extends Dated>(versions: readonly T[], on: CivilDate): T | undefined {
  return versions.find(
    (version) => version.validFrom <= on && (version.validTo === null || on < version.validTo),
  );
}

/** Versions by key, the earliest first. */
export function versionsBy<T extends Dated>(
  entries: readonly T[],
  key: (entry: T) => string,
): Map<string, T[]> {
  const versions = new Map<string, T[]>();
  for (const entry of [...entries].sort(byBeginning)) {
    const earlier = versions.get(key(entry));
    if (earlier) earlier.push(entry);
    else versions.set(key(entry), [entry]);
  }
  return versions;
}

/** The keys of which two versions are in force at once, so that nobody could say which holds. */
export function overlapProblems<T extends Dated>(
  entries: readonly T[],
  key: (entry: T) => string,
): ConfigurationProblem[] {
  return [...versionsBy(entries, key)].flatMap(([name, versions]) => {
    const second = versions.find((version, index) => beginsWithin(version, versions[index - 1]));
    if (second === undefined) return [];
    const reason = `the version from ${second.validFrom} begins while another is in force.`;
    return [{ key: name, reason, remedy: `End the earlier one: write ${second.validFrom} as its validTo.` }];
  });
}

function beginsWithin(version: Dated, before: Dated | undefined): boolean {
  return before !== undefined && (before.validTo === null || version.validFrom < before.validTo);
}

// Equal beginnings compare as equal, so that entries keep the order of their document.
function byBeginning(one: Dated, other: Dated): number {
  if (one.validFrom === other.validFrom) return 0;
  return one.validFrom < other.validFrom ? -1 : 1;
}
