import { overflowOf } from './support/accessibility';
import { productUrl } from './support/person';
import { inBothLights, picture } from './support/pictures';
import { windows } from './support/window-of';

const WORDS = {
  sv: {
    ...{ title: 'Kö, ledtider och dina rättigheter', link: /^Kö, vanliga ledtider/, steps: 'Steg för steg' },
    ...{ object: 'Att motsätta dig (artikel 71)', begin: 'Logga in och ansök', open: 'Öppna ärenden' },
  },
  en: {
    ...{
      title: 'Queue, lead times and your rights',
      link: /^Queue, usual lead times/,
      steps: 'Step by step',
    },
    ...{ object: 'To be left out (Article 71)', begin: 'Sign in and apply', open: 'Open cases' },
  },
};

const open = windows();

describe.each(['sv', 'en'] as const)('somebody who is not signed in, in %s', (language) => {
  const words = WORDS[language];

  it('finds by keyboard how long it takes, what rights a person has, and the way to apply', async () => {
    const { page } = await open({ language });
    await page.goto(productUrl());
    await page.getByRole('link', { name: words.link }).press('Enter');
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    await page.getByText(words.open).waitFor();
    // The demonstration has few cases: most steps tell of too few, and some of enough.
    const rows = page.getByRole('table', { name: words.steps }).getByRole('row');
    expect(await rows.filter({ hasText: /\d/ }).count()).toBeGreaterThan(2);
    await page.getByText(words.object).waitFor();
    await inBothLights(page, `public-${language}-1440`, language === 'sv');
    const begin = await page.getByRole('link', { name: words.begin }).getAttribute('href');
    expect(begin).toContain('sign-in?returnTo=%2Fcases');
  });

  it('reads the same in a narrow window', async () => {
    const { page } = await open({ language, width: 390 });
    await page.goto(`${productUrl()}/public`);
    await page.getByText(words.open).waitFor();
    expect(await overflowOf(page)).toEqual([]);
    await picture(page, `public-${language}-390`);
  });
});
