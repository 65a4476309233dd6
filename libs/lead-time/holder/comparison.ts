import { percentile, sortNumbers } from '../statistics/percentiles';
import { SMALLEST_GROUP } from '../suppression/suppress-table';
import type { Comparison, WithheldBecause } from './holder';

/** One other holder, who is not named: its closed visits, and their median in milliseconds. */
export interface OtherHolder {
  n: number;
  median: number | null;
}

/**
 * How the medians of the other holders lie. A holder with a smaller group of visits than may be shown does not count:
 * its median would tell of single releases. Of fewer holders than that nothing is told, not even how many.
 */
export function comparisonOf(others: readonly OtherHolder[]): Comparison {
  const seen = others.filter(({ n }) => n > 0);
  const medians = seen.flatMap(({ n, median }) =>
    n >= SMALLEST_GROUP && median !== null ? [median / 1000] : [],
  );
  if (seen.length < SMALLEST_GROUP) return withheldBecause('few-holders');
  if (medians.length < SMALLEST_GROUP) return withheldBecause('few-visits');
  const sorted = sortNumbers(medians);
  return {
    holders: medians.length,
    ...{ p25: percentile(sorted, 0.25), p50: percentile(sorted, 0.5), p75: percentile(sorted, 0.75) },
    withheld: null,
  };
}

function withheldBecause(withheld: WithheldBecause): Comparison {
  return { holders: null, p25: null, p50: null, p75: null, withheld };
}
