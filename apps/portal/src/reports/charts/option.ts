/** The names of the colours, which the style sheet gives for light, dark, high contrast and paper. */
export type Colour = 'waiting' | 'assigned' | 'idle' | 'paused' | 'gain' | 'time' | 'bad' | 'good' | 'open';

export interface Series {
  readonly name: string;
  readonly colour: Colour;
  /** One for each category; null: none there. */
  readonly values: readonly (number | null)[];
  readonly line?: boolean;
}

/** A bar chart: what ours have in common, so that a page says only what is in it. */
export interface ChartOption {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Of the values, as `{value} days`. */
  readonly unit: string;
  /** Bars that lie, the first on top; else they stand. */
  readonly lying?: boolean;
  readonly stacked?: boolean;
}
