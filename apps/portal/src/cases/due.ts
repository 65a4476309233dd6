import { daysBetween } from '../language/format';

/** How pressing something is: by shape and colour and word, never by colour alone. */
export type Urgency = 'late' | 'soon' | 'calm' | 'open';

/** Civil days from which on a deadline is near. */
const NEAR = 5;

export const SHAPES: Readonly<Record<Urgency, string>> = { late: '■', soon: '▲', calm: '●', open: '○' };
export const COLOURS: Readonly<Record<Urgency, string>> = {
  late: 'red.9',
  soon: 'orange.9',
  calm: 'green.9',
  open: 'dimmed',
};

export function urgencyOf(due: string | null, today: string): Urgency {
  if (due === null) return 'open';
  const left = daysBetween(today, due);
  return left < 0 ? 'late' : left <= NEAR ? 'soon' : 'calm';
}

interface Dated {
  readonly due: string | null;
  readonly since: string;
}

/** What is due first comes first; what has no deadline comes after it, the oldest first. */
export function byDue(one: Dated, other: Dated): number {
  const far = '9999-12-31';
  return (one.due ?? far).localeCompare(other.due ?? far) || one.since.localeCompare(other.since);
}
