import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

const STATUSES = ['met', 'not applicable', 'open'];

/** A line of a table of a page below `docs/security`, its cells without their borders. */
export type Row = readonly string[];

/** The rows of all tables of a page, without heads. */
export function rowsOf(markdown: string): Row[] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  const isRule = (line: string | undefined) => line !== undefined && /^[|\s:-]+$/.test(line);
  return lines
    .filter((line, index) => !isRule(line) && !isRule(lines[index + 1]))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim()),
    );
}

export function readPage(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The tests that a text names, by their paths from the root. */
function testsIn(text: string): string[] {
  return [...text.matchAll(/`([^`]*spec\.ts)`/g)].map(([, path]) => path!);
}

/** What is wrong with a verdict: a status of three, and behind it a test that exists, a reason or a plan. */
export function faultsOf(status: string, shown: string): string[] {
  const missing = testsIn(shown).filter((path) => !existsSync(join(ROOT, path)));
  const faults = missing.map((path) => `there is no ${path}`);
  if (!STATUSES.includes(status)) faults.push(`“${status}” is none of ${STATUSES.join(', ')}`);
  if (status === 'met' && testsIn(shown).length === 0) faults.push('no test is named');
  if (!/\p{L}{2}/u.test(shown)) faults.push('it is silent');
  return faults;
}
