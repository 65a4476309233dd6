import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility';
import { inBothLights } from './support/pictures';
import { windows } from './support/window-of';

const WORDS = {
  sv: {
    ...{ title: 'Rådets sammanträden', place: 'Ta upp i rådet', outcome: 'Registrera rådets utfall' },
    ...{ day: 'Rådets sammanträdesdag', result: 'Rådets utfall', goOn: 'Kan gå vidare', send: /^Skicka: / },
    ...{ done: /^Klart: /, coming: 'Kommande sammanträden' },
  },
  en: {
    ...{ title: 'Council meetings', place: 'Place on the council’s agenda' },
    ...{ outcome: 'Record the council’s outcome', day: 'Date of the council meeting' },
    ...{ result: 'Outcome of the council', goOn: 'May go on', send: /^Send: / },
    ...{ done: /^Done: /, coming: 'Coming meetings' },
  },
};

const someone = windows();

/** The civil date of the browser's own today: what the outcome of a meeting may be recorded on. */
function todayIn(page: Page): Promise<string> {
  return page.evaluate<string>(
    `new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())`,
  );
}

describe.each(['sv', 'en'] as const)('a meeting of the council in %s', (language) => {
  const words = WORDS[language];

  it('gets a case on its agenda and an outcome, from the page of the case, and shows both', async () => {
    const officer = await someone({ language, width: language === 'sv' ? 390 : 1440 });
    const { page } = officer;
    await officer.signIn('david', '/queues/legal-review');
    await page.getByRole('table').first().getByRole('link').first().click();
    await page.getByRole('button', { name: words.place }).press('Enter');
    const today = await todayIn(page);
    await page.getByLabel(words.day).fill(today);
    await page.getByRole('button', { name: words.send }).press('Enter');
    await page.getByText(words.done).waitFor();
    await page.getByRole('button', { name: words.outcome }).press('Enter');
    await page.getByLabel(words.day).fill(today);
    await page.getByRole('combobox', { name: words.result }).selectOption({ label: words.goOn });
    await page.getByRole('button', { name: words.send }).press('Enter');
    await page.getByText(words.done).filter({ hasText: words.outcome }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.goto(new URL('/meetings', page.url()).href);
    await page.getByRole('heading', { name: words.title }).waitFor();
    await page.getByRole('region', { name: words.coming }).getByText(words.goOn).first().waitFor();
    await inBothLights(page, `meetings-${language}`, true);
  });
});
