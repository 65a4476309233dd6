import type { Scope } from '../reports/case-figures';
import type { Dimension } from '../reports/report';

/** A table that can be asked for: its clock, and what its rows are. */
export interface Reading {
  clock: Scope['clock'];
  by: Dimension;
}

/**
 * As `case_sheet` names it: each has a partition there. Cases that are parts of another one stand apart, because
 * they are many and seldom asked for.
 */
export function readingName({ clock, by }: Reading, isPart: boolean): string {
  return `${clock} by ${by}${isPart ? ' of parts' : ''}`;
}

/**
 * Number of the way in which sheets are worked out. Whoever changes that way raises it: sheets kept under
 * another number do not count. `reading.spec.ts` fails when it was forgotten.
 */
export const RECKONING = 4;
