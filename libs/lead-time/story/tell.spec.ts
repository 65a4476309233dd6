import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCauseList } from '@ledtid/time';
import { installedRegistry } from '../../../test/support/installed-registry';
import { type Golden, historyOf, readGoldens, scopeOf } from '../golden/read-golden';
import { figuresOf } from '../reports/case-figures';
import { storyNames } from './names';
import { storyOf } from './story-of';
import { type Language, tell } from './tell';

/** The whole story of a golden history, one paragraph a line: `<number>.<language>.txt`. */
const STORIES = join(__dirname, '../golden/stories');

const names = storyNames(installedRegistry(), defaultCauseList);

function told(golden: Golden, language: Language): string[] {
  const figures = figuresOf(historyOf(golden), scopeOf(golden));
  if (figures === null) throw new Error(`The report does not count "${golden.name}".`);
  return tell(storyOf(figures, golden.clock), '2026-00042', names, language);
}

describe('The story of a case', () => {
  for (const file of readdirSync(STORIES).sort()) {
    const [number = '', language = ''] = file.split('.');
    const golden = readGoldens().find(({ file: name }) => name.startsWith(`${number}-`));
    it(`${golden?.name ?? number}, in ${language}`, () => {
      const expected = readFileSync(join(STORIES, file), 'utf8').trim().split('\n\n');
      expect(told(golden!, language as Language)).toEqual(expected);
    });
  }

  it('can be told of every golden history that a report counts, in both languages', () => {
    const counted = readGoldens().filter(({ expect: { nothing } }) => nothing !== true);
    for (const golden of counted) {
      for (const language of ['sv', 'en'] as const) {
        expect(told(golden, language).join('\n')).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });
});
