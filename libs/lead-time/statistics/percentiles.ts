/**
 * The value below which a share `p` of the sorted values lies, linear between the two nearest: position
 * p·(n−1) counted from 0. Hyndman and Fan (1996), type 7; the same as PostgreSQL's `percentile_cont`.
 * Null without values.
 */
export function percentile(sorted: ArrayLike<number>, p: number): number | null {
  const position = p * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}

/** Typed arrays sort by value, natively; an ordinary sort would compare text or call back for each pair. */
export function sortNumbers(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}
