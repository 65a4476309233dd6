import type { Page } from 'playwright-core';
import { windows } from './support/window-of';

const someone = windows();

const HOSTILE = '<img src="x" onerror="document.title=1"><b>bold</b>{{7*7}}';

/** What the browser keeps on its disk for the portal, by the names of its entries. */
const KEPT = `(async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys()),
])()`;

const TASTE = ['ledtid-language', 'ledtid-contrast', 'mantine-color-scheme-value'];

async function beginApplication(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^New: / }).click();
  await page.locator('nav a[href$="/2"]').click();
}

it('shows what a person wrote as the text that it is, to the person and to colleagues', async () => {
  const { page, signIn } = await opened();
  await signIn('bo');
  await beginApplication(page);
  await page.locator('[id="application-projectName"]').fill(HOSTILE);
  await page.getByText(/^Saved/).waitFor();
  await page.getByRole('link', { name: 'To the case' }).click();
  await page.getByText(HOSTILE, { exact: true }).first().waitFor({ state: 'attached' });
  // The portal's own pages have bold words too.
  const made = page.locator('img[src="x"]').or(page.locator('b').filter({ hasText: /^bold$/ }));
  expect(await made.count()).toBe(0);
  expect(await page.title()).not.toBe('1');
});

it('keeps in the browser what a person likes, and nothing of any case', async () => {
  const { page, signIn } = await opened();
  await signIn('bo');
  await beginApplication(page);
  await page.locator('[id="application-projectName"]').fill('Heart failure and sleep');
  await page.getByText(/^Saved/).waitFor();
  const kept = await page.evaluate<string[]>(KEPT);
  expect(kept.filter((name) => !TASTE.includes(name))).toEqual([]);
});

it('leads out from every page in two steps, and what was open is closed then', async () => {
  const { page, signIn } = await opened();
  await signIn('bo', '/cases', true);
  for (const path of ['/', '/cases', '/sessions', '/no/such/page']) {
    await page.goto(new URL(path, page.url()).href);
    await page.getByRole('button', { name: /^Account: / }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: /^Account: / }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto(new URL('/cases', page.url()).href);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

async function opened() {
  const person = await someone();
  return { page: person.page, signIn: person.signIn.bind(person) };
}
