import { percentile } from '../statistics/percentiles';

/** So many from `from` on and below `to`; null: all that are longer. Seconds. */
export interface Bin {
  from: number;
  to: number | null;
  n: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Widths that people can name: hours, days, weeks, and weeks by the four. */
const WIDTHS = [
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  ...[1, 2, 4, 7, 14, 28, 56, 112, 224].map((n) => n * DAY),
];

/** Bins up to where all but a few lie; the tail has one of its own. */
const BINS = 14;

/** Sorted lengths in milliseconds, counted in bins of one width. Empty without any. */
export function histogram(sorted: Float64Array): Bin[] {
  const most = percentile(sorted, 0.95);
  if (most === null) return [];
  const width = WIDTHS.find((one) => most < one * BINS) ?? Math.ceil(most / BINS / DAY) * DAY;
  const counts = Array<number>(Math.floor(most / width) + 1).fill(0);
  let longer = 0;
  for (const length of sorted) {
    const bin = Math.floor(length / width);
    if (bin < counts.length) counts[bin] = (counts[bin] ?? 0) + 1;
    else longer += 1;
  }
  const bins = counts.map((n, place) => ({
    from: (place * width) / 1000,
    to: ((place + 1) * width) / 1000,
    n,
  }));
  return longer === 0 ? bins : [...bins, { from: (counts.length * width) / 1000, to: null, n: longer }];
}
