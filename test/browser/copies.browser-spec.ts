import { readFileSync } from 'node:fs';
import { violationsOn } from './support/accessibility';
import { inBothLights } from './support/pictures';
import { windows } from './support/window-of';

const someone = windows();

it('lets an application be printed, read by machines and begun anew from', async () => {
  const person = await someone({ width: 390 });
  const { page } = person;
  await person.signIn('alva', '/cases');
  await page
    .getByRole('row')
    .filter({ hasText: /\d{4}-\d{2,}/ })
    .getByRole('link')
    .first()
    .click();
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save as JSON' }).click();
  const file = await (await saved).path();
  const told = JSON.parse(readFileSync(file, 'utf8')) as { form: Record<string, unknown> };
  const title = String(told.form.projectName);
  await page.getByRole('link', { name: 'Print view' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByText(String(told.form.aim)).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await inBothLights(page, 'print-view-390', false);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'To the case' }).click();
  await page.getByRole('button', { name: 'Copy to a new application' }).press('Enter');
  await page.waitForURL(/applications\//);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.locator('nav a[href$="/10"]').click();
  const confirmed = page.locator('[id="application-confirmsCorrect"]').getByRole('radio');
  await confirmed.first().waitFor();
  expect(await confirmed.and(page.getByRole('radio', { checked: true })).count()).toBe(0);
});

it('offers the datasets of earlier applications, to be put into the basket by keyboard', async () => {
  const person = await someone({ language: 'sv' });
  const { page } = person;
  await person.signIn('alva');
  await page.getByRole('button', { name: /^Ny: / }).click();
  const offers = page.getByRole('combobox', { name: 'Valt i dina tidigare ansökningar' });
  await offers.selectOption({ index: 1 });
  const name = await offers.locator('option').nth(1).textContent();
  await page.getByRole('button', { name: 'Lägg i' }).press('Enter');
  const dataset = page.locator('[id="application-datasets.0.dataset"]');
  await dataset.waitFor();
  expect(name).toContain(await dataset.inputValue());
  expect(await offers.locator('option').allTextContents()).not.toContain(name);
  await page.getByText(/^Sparat/).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await inBothLights(page, 'basket', false);
});
