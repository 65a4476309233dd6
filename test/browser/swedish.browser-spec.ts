import type { Page } from 'playwright-core';
import { DEMO_HOLDERS, DEMO_PEOPLE } from '@ledtid/access';
import { DEMONSTRATION_DESCRIPTIONS } from '@ledtid/release';
import { windows } from './support/window-of';

/** What may stand the same in both languages, and why. */
const EXPLAINED: readonly (readonly [what: RegExp, why: string])[] = [
  [/^[^\p{L}]*$/u, 'no letters: numbers, shapes'],
  [/^(Ledtid|Svenska|English|SV|EN)$/, 'the product’s name, and the languages by their own'],
  [/^Start$/, 'the same word in both'],
  [
    /^Regulation \(EU\) \d+\/\d+|^TEHDAS2 |^own target; |^Art \d/,
    'a source, which the definition of a deadline or of a checklist cites in one language',
  ],
  [/^(förvaltningslagen|offentlighets- och sekretesslagen)/i, 'a Swedish act by its name'],
];

/** What lies in the data: people, organisations, numbers of cases and what people have written. */
const NAMES = [
  ...DEMO_PEOPLE.flatMap(({ subject, name }) => [subject, name]),
  ...Object.values(DEMO_HOLDERS),
  ...DEMONSTRATION_DESCRIPTIONS.map(({ dataset }) => dataset),
];

/** Every piece of text that can be seen, each once. What people have written is marked by the portal's own class. */
const VISIBLE_TEXTS = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (element.closest('script, style, datalist, .said, h1') || !element.checkVisibility()) continue;
    const text = node.textContent.trim();
    if (text !== '') found.add(text);
  }
  return [...found];
})()`;

const someone = windows();

function isExplained(text: string): boolean {
  // The longest first: a short one may be a part of it.
  const names = NAMES.toSorted((one, other) => other.length - one.length);
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), text);
  return EXPLAINED.some(([what]) => what.test(text) || what.test(rest));
}

async function textsIn(page: Page, language: 'Svenska' | 'English'): Promise<string[]> {
  await page.getByRole('radiogroup').getByText(language).click();
  await page.locator(`html[lang="${language === 'Svenska' ? 'sv' : 'en'}"]`).waitFor();
  return page.evaluate<string[]>(VISIBLE_TEXTS);
}

it.each([
  ['eva', ['/work', '/queues', '/queues/legal-review', 'case', '/sessions']],
  ['ines', ['/work', '/queues/feasibility-inquiry', 'case']],
  ['lars', ['/work', '/queues/pseudonymisation', 'case']],
])('leaves no English word on the pages of %s', async (who, paths) => {
  const person = await someone({ language: 'sv' });
  await person.signIn(who, '/work');
  const { page } = person;
  for (const path of paths) {
    if (path === 'case') await page.getByRole('table').getByRole('link').first().click();
    else await page.goto(new URL(path, page.url()).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const swedish = await textsIn(page, 'Svenska');
    const english = new Set(await textsIn(page, 'English'));
    const same = swedish.filter((text) => english.has(text) && !isExplained(text));
    expect([path, same]).toEqual([path, []]);
    expect(swedish.length).toBeGreaterThan(5);
    await textsIn(page, 'Svenska');
  }
});
