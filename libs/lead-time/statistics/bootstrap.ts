import { seededRandom } from '@ledtid/time';

export interface Bootstrap {
  resamples: number;
  /** The same seed draws the same resamples. */
  seed: number;
  /** Coverage of the interval. */
  level: number;
}

/** An end is null where the statistic of the resample there could not be told. */
export interface Interval {
  lower: number | null;
  upper: number | null;
}

/**
 * The percentile interval of a statistic over resamples drawn with replacement: the k-th smallest and k-th
 * largest of B values, k = ⌊(B+1)·α⌋ with α half of what the interval leaves out. Efron and Tibshirani (1993,
 * chapters 12 and 13). A statistic that a resample does not reach (null) counts as larger than all others, as of a
 * quantile that the curve does not come down to. Null throughout without a sample.
 */
export function bootstrapInterval<Item>(
  sample: readonly Item[],
  statistic: (resample: readonly Item[]) => number | null,
  { resamples, seed, level }: Bootstrap,
): Interval {
  if (sample.length === 0) return { lower: null, upper: null };
  const random = seededRandom(seed);
  const draw = (): Item => sample[Math.floor(random() * sample.length)] as Item;
  const values = Array.from({ length: resamples }, () => statistic(sample.map(draw)) ?? Infinity);
  values.sort((a, b) => (a < b ? -1 : Number(a > b)));
  const outside = Math.max(1, Math.floor(((resamples + 1) * (1 - level)) / 2));
  return { lower: finite(values[outside - 1]), upper: finite(values[resamples - outside]) };
}

function finite(value: number | undefined): number | null {
  return value === undefined || value === Infinity ? null : value;
}
