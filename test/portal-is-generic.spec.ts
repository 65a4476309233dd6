import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commonEvents } from '@ledtid/workflow';
import { loadWorkflows } from '@ledtid/workflows';

const SOURCES = join(__dirname, '..', 'apps', 'portal', 'src');

/** What the workflows of this installation call themselves, their stages and the events that are theirs alone. */
const NAMES = loadWorkflows().flatMap(({ key, stages, events }) => [
  ...[key, ...Object.keys(stages)],
  ...Object.keys(events).filter((type) => !Object.hasOwn(commonEvents([]), type)),
]);

function sourcesIn(directory: string): string[] {
  const entries = readdirSync(directory, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.tsx?$/.test(path) && !/\.(spec|generated)\.tsx?$/.test(path) ? [path] : [];
  });
}

const named = (text: string) => new RegExp(`(['"\`])(${NAMES.join('|')})\\1`).exec(text)?.[2] ?? [];

describe('the portal', () => {
  it('names no workflow, stage or event, so that a new kind of case needs no line there', () => {
    expect(sourcesIn(SOURCES).flatMap((file) => named(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('would be caught naming one', () => {
    expect(named(`if (stage === '${NAMES[1] ?? ''}') return;`)).toBe(NAMES[1]);
  });
});
