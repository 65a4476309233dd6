import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility';
import { inBothLights } from './support/pictures';
import { windows } from './support/window-of';

const WORDS = {
  sv: {
    ...{ title: 'Bedömningar', assess: 'Bedöm: Art 68(1)(a)', unmet: 'Inte uppfyllt', why: 'Motivering' },
    ...{ save: 'Spara bedömningen', saved: 'Sparat: Art 68(1)(a)', anyAssess: /^(Bedöm|Ändra): / },
  },
  en: {
    ...{ title: 'Assessments', assess: 'Assess: Art 68(1)(b)', unmet: 'Not met', why: 'Justification' },
    ...{ save: 'Save the finding', saved: 'Saved: Art 68(1)(b)', anyAssess: /^(Assess|Change): / },
  },
};

const someone = windows();

/** The first case that stands in the reviewer's queue. */
async function firstInQueue(page: Page): Promise<string> {
  await page.getByRole('table').first().getByRole('link').first().click();
  await page.waitForURL(/cases\//);
  return new URL(page.url()).pathname;
}

describe.each(['sv', 'en'] as const)('a checklist in %s', (language) => {
  const words = WORDS[language];
  const said = `More than the purpose needs, in ${language}.`;

  it('is assessed by keyboard, loses nothing typed, and is read beside the rest by the decision maker', async () => {
    const reviewer = await someone({ language });
    await reviewer.signIn('eva', '/queues/legal-review');
    const path = await firstInQueue(reviewer.page);
    const section = reviewer.page.getByRole('region', { name: words.title });
    await section.getByRole('button', { name: words.assess }).press('Enter');
    await section.getByRole('radio', { name: words.unmet, exact: true }).press('Space');
    expect(await section.getByRole('button', { name: words.save }).isDisabled()).toBe(true);
    await section.getByLabel(words.why).fill(said);
    expect(await violationsOn(reviewer.page)).toEqual([]);
    await reviewer.page.getByRole('navigation').getByRole('link').first().click();
    await section.waitFor({ state: 'hidden' });
    await reviewer.page.goBack();
    expect(await section.getByLabel(words.why).inputValue()).toBe(said);
    await section.getByRole('button', { name: words.save }).press('Enter');
    await section.getByText(words.saved).waitFor();
    await section.getByText(said).waitFor();

    const decider = await someone({ language, width: language === 'sv' ? 390 : 1440 });
    await decider.signIn('gunilla', path);
    const read = decider.page.getByRole('region', { name: words.title });
    await read.getByText(said).waitFor();
    expect(await read.getByRole('button', { name: words.anyAssess }).count()).toBe(0);
    await inBothLights(decider.page, `checklists-${language}`, true);
  });
});
