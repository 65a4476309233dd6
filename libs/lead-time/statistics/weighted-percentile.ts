/**
 * The percentile of statistics/percentiles.ts of values that each stand for several: [value, weight] in order of
 * value, weights whole and positive. Null without values.
 */
export function weightedPercentile(
  sorted: readonly (readonly [value: number, weight: number])[],
  p: number,
): number | null {
  const whole = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  const position = p * (whole - 1);
  const below = valueAt(sorted, Math.floor(position));
  const above = valueAt(sorted, Math.ceil(position));
  if (below === null || above === null) return null;
  return below + (above - below) * (position - Math.floor(position));
}

/** The value at a place, counted from 0 over all that the values stand for. */
function valueAt(sorted: readonly (readonly [number, number])[], place: number): number | null {
  let before = 0;
  for (const [value, weight] of sorted) {
    before += weight;
    if (place >= 0 && place < before) return value;
  }
  return null;
}
