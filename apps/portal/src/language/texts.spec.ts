import { CATALOGUES, fill, languageOf } from './texts';

type Texts = { readonly [name: string]: string | Texts };

function leaves(texts: Texts, path = ''): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : leaves(value, `${path}${name}.`),
  ) as [string, string][];
}

const sv = new Map(leaves(CATALOGUES.sv));
const en = new Map(leaves(CATALOGUES.en));
const placesIn = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

/** Words that are the same in both languages, by path. */
const SAME = ['app.name', 'app.languageNames.sv', 'app.languageNames.en', 'start.title', 'documents.version'];

/** Words that no Swedish sentence has and hardly any English one lacks. */
const ENGLISH =
  /\b(the|and|of|is|are|you|your|with|not|this|that|which|has|have|been|by|from|again|case|sign|please)\b/i;

describe('the catalogues', () => {
  it('have the same texts, with the same places to fill', () => {
    expect([...sv.keys()].sort()).toEqual([...en.keys()].sort());
    for (const [path, text] of en) expect([path, placesIn(sv.get(path))]).toEqual([path, placesIn(text)]);
  });

  it('leave no text empty', () => {
    expect([...sv, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have no English in the Swedish one', () => {
    const own = [...sv].filter(([path]) => !SAME.includes(path));
    expect(own.filter(([path, text]) => text === en.get(path) || ENGLISH.test(text))).toEqual([]);
  });
});

describe('a text', () => {
  it('is filled, and shows the place that nobody filled', () => {
    expect(fill('{n} of {all}', { n: 3 })).toBe('3 of {all}');
  });
});

describe('the language', () => {
  it.each([
    [null, ['de-DE', 'en-US', 'sv'], 'en'],
    [null, ['sv-SE', 'en'], 'sv'],
    [null, ['de'], 'sv'],
    ['en', ['sv'], 'en'],
    ['fr', ['en'], 'en'],
  ])('chosen %s in a browser of %j is %s', (chosen, preferred, wanted) => {
    expect(languageOf(chosen, preferred)).toBe(wanted);
  });
});
