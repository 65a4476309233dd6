import type { CasesBehind } from '@ledtid/lead-time';
import { duration } from '../output/duration';
import { type Column, table } from '../output/table';

const COLUMNS: readonly Column[] = [
  { title: 'case', align: 'left' },
  ...['n', 'open', 'closed', 'contributed', 'removable'].map((title): Column => ({ title, align: 'right' })),
];

/** The cases behind a row, a line each, and how to ask for more of them. */
export function casesBehindText({ items, cursor }: CasesBehind): string {
  const lines = items.map(({ id, registrationNumber, n, open, seconds, contributed, removable }) => [
    registrationNumber ?? id,
    ...[`${n}`, `${open}`, ...[seconds, contributed, removable].map(duration)],
  ]);
  const more = cursor === null ? [] : ['', `More: --cursor ${cursor}`];
  return [table(COLUMNS, lines), ...more].join('\n');
}
