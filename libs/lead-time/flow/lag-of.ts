import type { StageFlow } from './flow';

const DAY = 86_400;

/** How many spans were registered so late. */
export interface LagCount {
  seconds: number;
  spans: number;
}

/** Percentiles of counted values, as `percentile` interpolates them; `counts` ascending by seconds. */
export function lagOf(counts: readonly LagCount[]): StageFlow['recordingLag'] {
  const n = counts.reduce((sum, { spans }) => sum + spans, 0);
  const late = counts.reduce((sum, { seconds, spans }) => sum + (seconds > DAY ? spans : 0), 0);
  const quantile = (p: number): number | null => (n === 0 ? null : interpolated(counts, p * (n - 1)));
  return { n, p50: quantile(0.5), p90: quantile(0.9), overADay: n === 0 ? null : late / n };
}

function interpolated(counts: readonly LagCount[], position: number): number {
  const below = valueAt(counts, Math.floor(position));
  return below + (valueAt(counts, Math.ceil(position)) - below) * (position - Math.floor(position));
}

/** The value at a place of all values in order, counted from 0. */
function valueAt(counts: readonly LagCount[], place: number): number {
  let before = 0;
  for (const { seconds, spans } of counts) {
    before += spans;
    if (place < before) return seconds;
  }
  return 0;
}
