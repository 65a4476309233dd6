import type { Colour } from './option';

/** Across and up; `n` of them lie on the same place. */
export type Point = readonly [across: number, up: number, n?: number];

export interface XySeries {
  readonly name: string;
  readonly colour: Colour;
  readonly points: readonly Point[];
  /** A line that falls in steps, the same dashed, or dots as large as many they are. */
  readonly shape: 'steps' | 'dashed-steps' | 'dots';
}

/** A chart of two measures. */
export interface XyOption {
  readonly series: readonly XySeries[];
  /** Of the values across. */
  readonly across: string;
  /** Of the values up; or the names of the lines that dots lie on, the first on top. */
  readonly up: string | readonly string[];
}
