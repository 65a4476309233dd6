import { ImportProblem } from '../exchange/import-problem';
import { TextFile } from '../exchange/text-file';
import { type Refusal, isRefusal } from '../refusal';
import { type Observation, kaplanMeier, withEnd } from '../statistics/kaplan-meier';
import type { Transform } from '../statistics/survival-limits';
import { type SurvivalQuantile, survivalQuantiles } from '../statistics/survival-quantiles';
import { type LifetimeColumns, readLifetimes } from './read-lifetimes';

/** Kaplan-Meier of one group, in the unit of the file's own times. */
export interface SurvivalGroup {
  /** The group's value in the column of groups; `all` without one. */
  key: string;
  /** Records. */
  n: number;
  /** Records with the event. */
  events: number;
  quantiles: SurvivalQuantile[];
}

export interface Survival {
  groups: SurvivalGroup[];
}

const SHARES = [0.25, 0.5, 0.75];

/** In the order of their numbers, where keys have some. */
const BY_KEY = new Intl.Collator('en', { numeric: true });

/**
 * The quartiles of survival in a CSV with a header, gzipped or not, as R's `survfit` and `quantile.survfit` give
 * them. Refusals: `file-not-readable`, `file-truncated`, `not-utf-8`, `record-malformed`, `record-too-large`,
 * `table-empty`, `column-missing`, `column-ambiguous`, `value-missing`, `not-a-number`, `negative-time`,
 * `entry-not-before-time`, `event-never-occurs`.
 */
export async function survivalOfFile(
  path: string,
  columns: LifetimeColumns,
  transform: Transform,
): Promise<Survival | Refusal> {
  try {
    const lifetimes = await readLifetimes(await TextFile.open(path), columns);
    return isRefusal(lifetimes) ? lifetimes : { groups: groupsOf(lifetimes, transform) };
  } catch (thrown) {
    if (thrown instanceof ImportProblem) return thrown.toRefusal();
    throw thrown;
  }
}

function groupsOf(lifetimes: ReadonlyMap<string, Observation[]>, transform: Transform): SurvivalGroup[] {
  const sorted = [...lifetimes].sort(([one], [other]) => BY_KEY.compare(one, other));
  return sorted.map(([key, observations]) => ({
    key,
    n: observations.length,
    events: observations.filter(({ event }) => event).length,
    quantiles: survivalQuantiles(withEnd(kaplanMeier(observations), observations), SHARES, transform),
  }));
}
