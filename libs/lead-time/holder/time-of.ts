import { type Activity, PARTIES } from '@ledtid/time';
import { NOBODY } from '../reports/report';
import { type HolderBody, OTHER_HOLDER, OWN, type TimePart } from './holder';

/** Time inside the period that is alike in all that a figure looks at. */
export interface TurnCell {
  part: string;
  stage: string;
  activity: Activity;
  cause: string | null;
  milliseconds: number;
}

/** Whose turn it can have been, from the holder's point of view. */
export const PARTS: readonly string[] = [
  ...[OWN, OTHER_HOLDER],
  ...PARTIES.filter((party) => party !== 'holder'),
  NOBODY,
];

/**
 * The whole time of the instances and its parts, which add up to it to the millisecond. `wall`: from their creation to
 * their end. Where no span tells whose turn it was, it was nobody's; regions side by side count in full each.
 */
export function timeOf(cells: readonly TurnCell[], wall: number): HolderBody['time'] {
  const told = millisecondsOf(cells);
  const whole = Math.max(wall, told);
  const parts = PARTS.map((key): TimePart => {
    const own = cells.filter(({ part }) => part === key);
    const milliseconds = millisecondsOf(own) + (key === NOBODY ? whole - told : 0);
    return { key, seconds: milliseconds / 1000, share: shareOf(milliseconds, whole), causes: causesOf(own) };
  });
  return { seconds: whole / 1000, parts };
}

export function millisecondsOf(cells: readonly TurnCell[], activity?: Activity): number {
  const counted = cells.filter((cell) => activity === undefined || cell.activity === activity);
  return counted.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

/** Seconds by cause, in the order of their codes. */
export function causesOf(cells: readonly TurnCell[]): Record<string, number> {
  const codes = [...new Set(cells.flatMap(({ cause }) => (cause === null ? [] : [cause])))].sort();
  return Object.fromEntries(
    codes.map((code) => [code, millisecondsOf(cells.filter(({ cause }) => cause === code)) / 1000]),
  );
}

export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
