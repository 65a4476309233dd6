import type { Activity, Instant, Party } from '@ledtid/time';
import type { FactRows } from './fact-rows';

/** A span between two days, `03-01`; the second is null while it is open. */
export type ToldLine = [
  stage: string,
  activity: Activity,
  party: Party,
  start: string,
  end: string | null,
  cause?: string,
];

/** Number of the case that the children belong to. */
export const ROOT = 1;

/** 00:00 UTC of a day. */
export const on = (day: string): Instant => `2026-${day}T00:00:00.000Z`;

interface ChildParts {
  workflow?: string;
  dependsOn?: number[];
  /** That all spans are in; else there is one for each stage and activity. */
  leaf?: string;
}

/** Writes an instance of a holder whose spans follow one another: the event that ends one begins the next. */
export async function tellChild(
  facts: FactRows,
  id: number,
  holder: string,
  lines: readonly ToldLine[],
  { leaf, ...more }: ChildParts = {},
): Promise<void> {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const end = last[4] === null ? {} : { end: on(last[4]), outcome: 'access' };
  await facts.instance({ id, root: ROOT, holder, start: on(first[3]), ...more, ...end });
  for (const [index, [stage, activity, party, since, until, cause]] of lines.entries()) {
    await facts.span({
      ...{ of: id, events: [index + 1, until === null ? null : index + 2], stage, activity, party },
      ...{ leaf: leaf ?? `${stage}.${activity}`, start: on(since) },
      ...(until === null ? {} : { end: on(until) }),
      ...(cause === undefined ? {} : { cause }),
    });
  }
}
