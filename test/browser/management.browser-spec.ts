import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Language } from './support/person';
import { inBothLights, paper, picture } from './support/pictures';
import { overflowOf, violationsOn } from './support/accessibility';
import { windows } from './support/window-of';

const WORDS = {
  sv: {
    ...{ stage: 'Steg', whole: 'Hela vägen', lengths: /: hur länge besöken varade$/ },
    ...{ xlsx: 'Ladda ner som XLSX', print: 'Skriv ut' },
    ...{ longer: /: hur många som varar längre$/, open: 'Varje öppet besök efter ålder' },
  },
  en: {
    ...{ stage: 'Stage', whole: 'The whole way', lengths: /: how long visits took$/ },
    ...{ xlsx: 'Download as XLSX', print: 'Print' },
    ...{ longer: /: how many last longer$/, open: 'Every open visit by its age' },
  },
};

/** Which of the fact sheets has the focus. */
const FOCUSED =
  "[...document.querySelectorAll('.report-definitions > summary')].indexOf(document.activeElement)";

const open = windows();

async function manager(path: string, language: Language, width = 1440): Promise<Page> {
  const person = await open({ language, width });
  await person.signIn('maria', path);
  return person.page;
}

describe.each(['sv', 'en'] as const)('a manager, in %s', (language) => {
  const words = WORDS[language];

  it('sees of one stage how its lengths lie and how many last longer, each chart with its table', async () => {
    const page = await manager('/reports/stages', language);
    await page.getByRole('table', { name: words.longer }).waitFor();
    await page.getByRole('combobox', { name: words.stage, exact: true }).selectOption(words.whole);
    await page
      .getByRole('table', { name: new RegExp(`^${words.whole}.*`) })
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('row')).toBe('total');
    expect(await page.getByRole('table', { name: words.lengths }).getByRole('row').count()).toBeGreaterThan(
      2,
    );
    expect(await page.getByRole('table', { name: words.longer }).getByRole('row').count()).toBeGreaterThan(5);
    // What axe says of this page, reports.browser-spec.ts asks.
    await inBothLights(page, `one-stage-${language}`, false);
  });

  it('sees how old each open visit is', async () => {
    const page = await manager('/reports/flow', language, 390);
    await page.getByRole('table', { name: words.open }).waitFor();
    expect(await overflowOf(page)).toEqual([]);
    await picture(page, `open-by-age-${language}-390`);
  });

  it('prints the state of things on one page', async () => {
    const page = await manager('/reports/summary', language);
    await page.getByRole('button', { name: words.print }).waitFor();
    await page.locator('.chart svg').first().waitFor();
    await page.waitForLoadState('networkidle');
    const printed = await paper(page, `summary-${language}`);
    expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  it('takes the breaches along as a workbook', async () => {
    const page = await manager('/reports/deadlines', language, 390);
    const button = page.getByRole('button', { name: new RegExp(`^${words.xlsx}`) }).last();
    await button.waitFor();
    const downloading = page.waitForEvent('download');
    await button.press('Enter');
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('breaches.xlsx');
    // A workbook is a zip file, and its sheets are in it.
    const content = readFileSync(await download.path());
    expect(content.subarray(0, 2).toString()).toBe('PK');
    expect(content.includes('xl/worksheets/sheet2.xml')).toBe(true);
    expect(await overflowOf(page)).toEqual([]);
  });

  it('sees on the map of the process where the time goes', async () => {
    const page = await manager('/reports/map', language);
    await page.locator('.process-stage').first().waitFor();
    await page.waitForLoadState('networkidle');
    // Every box says in words and by a mark what its colour says.
    const boxes = page.locator('.process-stage');
    expect(await boxes.count()).toBeGreaterThan(5);
    expect(await boxes.filter({ hasText: /[○◔◑●]/ }).count()).toBe(await boxes.count());
    if (language === 'en') expect(await violationsOn(page)).toEqual([]);
    await inBothLights(page, `process-map-${language}`, false);
  });
});

it('shows breaches a page at a time, and goes on at the first that is new', async () => {
  const page = await manager('/reports/deadlines?limit=3', 'en');
  const more = page.getByRole('button', { name: 'Show more' });
  await more.press('Enter');
  await page.getByText(/^6 of \d+, the longest over first/).waitFor();
  expect(await page.evaluate<number>(FOCUSED)).toBe(3);
});
