import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COMMON_TEXTS } from '@ledtid/workflow';
import { loadWorkflows } from '@ledtid/workflows';

const MANUAL = join(__dirname, '..', 'docs', 'manual');
const LANGUAGES = ['sv', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** Read as data: the portal is typed for browsers, and no room has it to import. */
const TEXTS = join(__dirname, '..', 'apps', 'portal', 'src', 'language', 'texts');
const { CATALOGUES } = jest.requireActual<{ CATALOGUES: Record<Language, unknown> }>(TEXTS);

const MOST_BYTES = 1_500_000;

/** Every text below an object: the portal's own are plain, those of workflows have a language each. */
function textsIn(value: unknown, language: Language): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { sv, en } = value as Record<string, unknown>;
  if (typeof sv === 'string' && typeof en === 'string') return [language === 'sv' ? sv : en];
  return Object.values(value).flatMap((one) => textsIn(one, language));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the portal can show, its places filled with whatever else it can show. */
function shownIn(language: Language): (named: string) => boolean {
  const texts = new Set([
    ...textsIn(CATALOGUES[language], language),
    ...textsIn([COMMON_TEXTS, ...loadWorkflows().map((workflow) => workflow.texts)], language),
  ]);
  const filled = [...texts].filter((text) => /\{\w+\}/.test(text) && text.replace(/\{\w+\}/g, '').length > 3);
  return (named) =>
    texts.has(named) ||
    filled.some((text) => {
      const [, ...places] =
        new RegExp(`^${escaped(text).replace(/\\\{\w+\\\}/g, '(.+)')}$`).exec(named) ?? [];
      return places.length > 0 && places.every((place) => texts.has(place));
    });
}

const pageOf = (language: Language, name: string) => readFileSync(join(MANUAL, language, name), 'utf8');
const pagesIn = (language: Language) => readdirSync(join(MANUAL, language)).sort();
const named = (page: string) =>
  [...page.matchAll(/\*\*([^*]+)\*\*/g)].map(([, text = '']) => text.replace(/\s+/g, ' '));
const picturesOf = (page: string) =>
  [...page.matchAll(/\]\(\.\.\/pictures\/([^)]+)\)/g)].map(([, name = '']) => name);
const PICTURES = LANGUAGES.flatMap((language) =>
  pagesIn(language).flatMap((name) => picturesOf(pageOf(language, name))),
);

describe('the manual', () => {
  it('has the same pages in both languages, each with a picture', () => {
    expect(pagesIn('sv')).toEqual(pagesIn('en'));
    for (const name of pagesIn('sv')) {
      const [sv, en] = LANGUAGES.map((language) => picturesOf(pageOf(language, name)));
      expect(sv?.length).toBeGreaterThan(0);
      expect(sv?.map((picture) => picture.replace('-sv.', '-en.'))).toEqual(en);
    }
  });

  it.each(LANGUAGES)('calls things as the portal does, in %s', (language) => {
    const isShown = shownIn(language);
    for (const name of pagesIn(language))
      expect([name, named(pageOf(language, name)).filter((text) => !isShown(text))]).toEqual([name, []]);
  });

  it('would be caught naming a button that is not there', () => {
    expect(shownIn('en')('Send: Submit the application')).toBe(true);
    expect(shownIn('en')('Press here')).toBe(false);
  });

  it('has every picture that it shows, and no other, small enough for a clone', () => {
    const files = readdirSync(join(MANUAL, 'pictures')).sort();
    expect(files).toEqual([...new Set(PICTURES)].sort());
    const bytes = files.map((name) => statSync(join(MANUAL, 'pictures', name)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });

  it('lends three of its pictures to the front page', () => {
    const front = readFileSync(join(MANUAL, '..', '..', 'README.md'), 'utf8');
    const shown = [...front.matchAll(/\]\(docs\/manual\/pictures\/([^)]+)\)/g)].map(([, name = '']) => name);
    expect(shown).toHaveLength(3);
    expect(PICTURES).toEqual(expect.arrayContaining(shown));
  });
});
