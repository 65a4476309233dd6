import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility';
import { type PersonOptions, productUrl } from './support/person';
import { picture } from './support/pictures';
import { windows } from './support/window-of';

const WORDS = {
  sv: {
    ...{ after: 'Efter etikgodkännande', ranking: 'Vart tiden tar vägen', csv: 'Ladda ner som CSV' },
    ...{
      lead: /kostar mest: \d+ dagar sammanlagt/,
      holder: 'Våra ledtider',
      own: /% av tiden var det er tur/,
    },
  },
  en: {
    ...{ after: 'After ethics approval', ranking: 'Where the time goes', csv: 'Download as CSV' },
    ...{
      lead: /costs most: \d+ days together/,
      holder: 'Our lead times',
      own: /% of the time it was your turn/,
    },
  },
};

const window = windows();

async function someone(who: string, path: string, options: PersonOptions = {}): Promise<Page> {
  const person = await window(options);
  await person.signIn(who, path);
  return person.page;
}

describe.each(['sv', 'en'] as const)('the reports in %s', (language) => {
  const words = WORDS[language];

  it('say first which stage costs most after ethics approval, and what could be gained there', async () => {
    const page = await someone('maria', '/reports', { language });
    await page.getByRole('heading', { level: 1, name: words.after }).waitFor();
    await page.getByText(words.lead).waitFor();
    // What things are called comes by calls of its own.
    await page.waitForLoadState('networkidle');
    const table = page.getByRole('table', { name: words.ranking });
    const first = await table.getByRole('rowheader').first().textContent();
    expect(await page.getByText(words.lead).textContent()).toContain(first);
  });

  it('go along as a file with every row of the table', async () => {
    const page = await someone('maria', '/reports/after-ethics', { language });
    const table = page.getByRole('table', { name: words.ranking });
    await table.waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: `${words.csv}: ${words.ranking}` }).press('Enter');
    const lines = readFileSync(await (await downloading).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(await table.getByRole('row').count());
  });

  it('show a data holder its own time, and the time that was not', async () => {
    const page = await someone('ines', '/', { language });
    await page.getByRole('link', { name: words.holder }).click();
    await page.getByText(words.own).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `report-holder-${language}`);
  });
});

it('keep the selection in the address, so that a link shows another person the same', async () => {
  const page = await someone('maria', '/reports/after-ethics?from=2026-01-01&holder=region-norr');
  await page.getByRole('combobox', { name: 'Data holder' }).selectOption({ label: 'region-norr' });
  expect(await page.getByRole('combobox', { name: 'Period' }).inputValue()).toBe('thisYear');
  const lead = await page.getByText(WORDS.en.lead).textContent();
  await page.getByRole('combobox', { name: 'Data holder' }).selectOption('');
  await page.waitForURL(`${productUrl()}/reports/after-ethics?from=2026-01-01`);
  await page.locator('[aria-busy="false"]').first().waitFor();
  await page
    .getByText(WORDS.en.lead)
    .filter({ hasNotText: lead ?? '' })
    .waitFor();
  await page.getByRole('link', { name: 'Causes' }).click();
  await page.waitForURL(`${productUrl()}/reports/causes?from=2026-01-01`);
});

it('say that there is nothing in a selection, and what to do', async () => {
  const page = await someone('maria', '/reports/after-ethics?from=2020-01-01&to=2020-02-01');
  await page.getByText('No case with an ethics approval is in this selection.').waitFor();
  await page.getByText('Choose a longer period, or clear the selection.').first().waitFor();
  await page.getByRole('button', { name: 'Clear the selection' }).click();
  await page.getByText(WORDS.en.lead).waitFor();
});

it('lead those who may see cases to the cases behind a stage, and tell a manager that there are none', async () => {
  const officer = await someone('nils', '/reports/stages');
  await officer
    .getByRole('button', { name: /^Show the cases behind/ })
    .first()
    .press('Enter');
  await officer
    .getByRole('table', { name: /^The cases behind/ })
    .getByRole('link')
    .first()
    .waitFor();
  const maria = await someone('maria', new URL(officer.url()).pathname + new URL(officer.url()).search);
  await maria.getByText('Your role sees figures, and no single cases.').waitFor();
});

it('tell what a figure means, by keyboard', async () => {
  const page = await someone('maria', '/reports/after-ethics');
  await page.getByRole('button', { name: 'What “Days that could be gained” means' }).first().press('Enter');
  await page.getByText('the second slowest takes the slowest one').waitFor();
  expect(await violationsOn(page)).toEqual([]);
});
