/** Ages of what was at risk, each list sorted. Whatever is in it came at 0 unless `entries` has its age. */
export interface RiskSet {
  /** At which it came under observation; only of what came late. */
  readonly entries: ArrayLike<number>;
  /** At which it ended. */
  readonly ends: ArrayLike<number>;
  /** At which it was seen last without having ended. */
  readonly censored: ArrayLike<number>;
}

/**
 * Goes through the ages at which something ended, earliest first: how many were at risk then (entry < age ≤ end)
 * and how many ended. `see` answers whether to go on. Makes no object an age, because a report has a million.
 */
export function forEachEnd(
  { entries, ends, censored }: RiskSet,
  see: (age: number, atRisk: number, ended: number) => boolean,
): void {
  let late = entries.length;
  let entered = 0;
  let left = 0;
  for (let index = 0; index < ends.length;) {
    const age = ends[index] ?? 0;
    while (late > 0 && (entries[entered] ?? Infinity) < age) {
      entered += 1;
      late -= 1;
    }
    while (left < censored.length && (censored[left] ?? Infinity) < age) left += 1;
    const atRisk = ends.length + censored.length - late - index - left;
    const first = index;
    while (index < ends.length && ends[index] === age) index += 1;
    if (!see(age, atRisk, index - first)) return;
  }
}
