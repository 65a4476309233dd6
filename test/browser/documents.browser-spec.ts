import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { overflowOf, violationsOn } from './support/accessibility';
import type { Person } from './support/person';
import { inBothLights } from './support/pictures';
import { windows } from './support/window-of';

const someone = windows();

const PLAN = {
  name: 'Plan för Åsa.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
};
const LIST = { name: 'variabler.csv', mimeType: 'text/csv', buffer: Buffer.from('name;type\nage;integer\n') };

/** A draft of the person's own, at its documents. */
async function documentsOfANewCase({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /^(Ny|New): / }).click();
  await page.waitForURL(/applications\//);
  await page.locator('nav a[href$="/documents"]').click();
  await page.getByRole('heading', { level: 2, name: /^(Handlingar|Documents)$/ }).waitFor();
}

async function choose(page: Page, button: RegExp, files: readonly (typeof PLAN)[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).press('Enter');
  await (await chooser).setFiles([...files]);
}

it('hands in several documents, a new version of one, and gives them back, by keyboard', async () => {
  const person = await someone({ language: 'sv' });
  const { page } = person;
  await person.signIn('alva');
  await documentsOfANewCase(person);
  await page.getByRole('button', { name: /^Välj filer/ }).press('Enter');
  await page.getByText('Välj först vad det är').waitFor();
  await page.keyboard.press('F');
  await choose(page, /^Välj filer/, [PLAN, LIST, { ...LIST, name: 'program.exe' }]);
  await page.getByText('program.exe: filer av det slaget tas inte emot').waitFor();
  await page.getByRole('link', { name: LIST.name }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await choose(page, new RegExp(`^Ny version av ${PLAN.name}`), [
    { ...PLAN, buffer: Buffer.from('%PDF-1.7\n%Two\n%%EOF\n') },
  ]);
  await page.getByText('version 2').waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: PLAN.name }).first().click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe(PLAN.name);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Two');
});

it('shows the refusal of the server, and takes the file out again', async () => {
  const person = await someone({ width: 390 });
  const { page } = person;
  await person.signIn('alva');
  await documentsOfANewCase(person);
  await page.getByRole('combobox', { name: 'Kind of document' }).selectOption({ index: 1 });
  await choose(page, /^Choose files/, [{ ...LIST, name: 'not-a.pdf' }]);
  const refusal = page.getByRole('alert').filter({ hasText: 'not-a.pdf has not been handed in' });
  await refusal.waitFor();
  expect(await refusal.textContent()).toContain('The content is not what the file name says');
  expect(await violationsOn(page)).toEqual([]);
  await inBothLights(page, 'documents-refused-390', false);
  await page.getByRole('button', { name: 'Leave out: not-a.pdf' }).click();
  await refusal.waitFor({ state: 'detached' });
  expect(await overflowOf(page)).toEqual([]);
});

it('does not hand in a second time what arrived when only the answer was lost', async () => {
  const person = await someone();
  const { page } = person;
  await person.signIn('alva');
  await documentsOfANewCase(person);
  await page.getByRole('combobox', { name: 'Kind of document' }).selectOption({ index: 1 });
  await page.route('**/documents?kind=*', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await choose(page, /^Choose files/, [LIST]);
  await page.getByRole('alert').filter({ hasText: 'has not been handed in' }).waitFor();
  await page.getByRole('button', { name: `Try again: ${LIST.name}` }).click();
  await page.getByText(`Handed in: ${LIST.name}`).waitFor();
  await page.getByRole('link', { name: LIST.name }).waitFor();
  expect(await page.getByRole('table').getByRole('link').count()).toBe(1);
  person.faults.length = 0;
});
