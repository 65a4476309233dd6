import type { Page } from 'playwright-core';
import type { Language } from './support/person';
import { inBothLights, picture } from './support/pictures';
import { overflowOf, violationsOn } from './support/accessibility';
import { windows } from './support/window-of';

const WORDS = {
  sv: {
    ...{ stage: 'Steg', whole: 'Hela vägen', lengths: /: hur länge besöken varade$/ },
    ...{ longer: /: hur många som varar längre$/, open: 'Varje öppet besök efter ålder' },
  },
  en: {
    ...{ stage: 'Stage', whole: 'The whole way', lengths: /: how long visits took$/ },
    ...{ longer: /: how many last longer$/, open: 'Every open visit by its age' },
  },
};

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
    if (language === 'sv') expect(await violationsOn(page)).toEqual([]);
    await inBothLights(page, `one-stage-${language}`, false);
  });

  it('sees how old each open visit is', async () => {
    const page = await manager('/reports/flow', language, 390);
    await page.getByRole('table', { name: words.open }).waitFor();
    expect(await overflowOf(page)).toEqual([]);
    await picture(page, `open-by-age-${language}-390`);
  });
});
