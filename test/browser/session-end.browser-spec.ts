import type { Page } from 'playwright-core';
import { overflowOf, violationsOn } from './support/accessibility';
import type { Person } from './support/person';
import { inBothLights } from './support/pictures';
import { windows } from './support/window-of';

const someone = windows();

/** Ends the session of this window at the server, as another of the person's own windows can. */
async function endSession(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const sessions = new URL('api/v1/sessions', document.baseURI).href;
    const { items } = await (await fetch(sessions)).json();
    const { id } = items.find(({ current }) => current);
    const headers = { 'x-csrf-protection': '1' };
    await fetch(sessions + '/' + id, { method: 'DELETE', headers });
  })()`);
}

const notice = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

/** Whoever signed in once is known to the provider still, and is not asked again who they are. */
async function signInBeside({ page, context }: Person): Promise<void> {
  const opening = context.waitForEvent('page');
  await notice(page).getByRole('link').click();
  const other = await opening;
  await other.getByRole('heading', { name: 'You are signed in' }).waitFor();
  await other.close();
  await notice(page).waitFor({ state: 'hidden' });
}

it('loses nothing of a form that saves itself, and none of the keys that are pressed meanwhile', async () => {
  const person = await someone();
  const { page } = person;
  await person.signIn('bo');
  await page.getByRole('button', { name: /^New: / }).click();
  await page.locator('nav a[href$="/2"]').click();
  const field = page.locator('[id="application-projectName"]');
  await field.waitFor();
  await endSession(page);
  await field.pressSequentially('Typed after ');
  await notice(page).waitFor();
  await page.keyboard.type('the end');
  expect(await field.inputValue()).toBe('Typed after the end');
  expect(await page.getByText('Authorization').count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await inBothLights(page, 'session-ended', false);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await overflowOf(page)).toEqual([]);
  await inBothLights(page, 'session-ended-390', false);
  await signInBeside(person);
  await page.getByText(/^Saved/).waitFor();
  await page.reload();
  expect(await field.inputValue()).toBe('Typed after the end');
});

it('loses nothing of a form that is sent at once, and sends it when somebody has signed in', async () => {
  const person = await someone();
  const { page } = person;
  await person.signIn('bo');
  await page.getByRole('button', { name: /^New: / }).click();
  await page.getByRole('link', { name: 'To the case' }).click();
  await page.getByRole('button', { name: 'Withdraw the application' }).click();
  const form = page.locator('form[aria-labelledby="action-heading"]');
  await form.getByRole('combobox').first().selectOption({ index: 1 });
  const note = form.locator('textarea').last();
  await note.fill('Typed before the end');
  await endSession(page);
  await form.getByRole('button', { name: /^Send: / }).press('Enter');
  await signInBeside(person);
  expect(await note.inputValue()).toBe('Typed before the end');
  await form.getByRole('button', { name: /^Send: / }).press('Enter');
  await page.getByText('Done: Withdraw the application').waitFor();
});
