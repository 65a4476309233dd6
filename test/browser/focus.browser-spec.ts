import { cutOn, overflowOf, smallTargetsOn } from './support/accessibility';
import { faultsOfFocus, whatHasFocus } from './support/focus';
import { productUrl } from './support/person';
import { windows } from './support/window-of';

const someone = windows();

const MOST_STOPS = 40;

it.each([
  ['eva', '/work'],
  ['maria', '/reports/after-ethics'],
])('is seen wherever %s comes by Tab on %s, and nothing lies over it', async (who, path) => {
  const person = await someone();
  await person.signIn(who, path);
  await person.page.getByRole('table').first().waitFor();
  expect(await faultsOfFocus(person.page, MOST_STOPS)).toEqual([]);
});

it('is seen in every kind of field of a form', async () => {
  const person = await someone();
  const { page } = person;
  await person.signIn('alva', '/cases');
  await page.getByRole('button', { name: /^New: / }).press('Enter');
  await page.getByRole('button', { name: /^Add: / }).press('Enter');
  for (const section of ['1', '2', '3', '5', '8', '10']) {
    await page.locator(`nav a[href$="/${section}"]`).press('Enter');
    await page.locator('main form, main fieldset, main input, main button').first().waitFor();
    expect(await faultsOfFocus(page, MOST_STOPS)).toEqual([]);
  }
});

it('goes to the heading of the page that somebody has gone to', async () => {
  const person = await someone();
  const { page } = person;
  await person.signIn('alva', '/cases');
  await page.getByRole('table').getByRole('link').first().press('Enter');
  await page.waitForURL(/cases\/./);
  await page.locator('h1:focus').waitFor();
  await page.goBack();
  await page.locator('h1:focus').waitFor();
});

it('stays where the row or the button was that has gone', async () => {
  const person = await someone();
  const { page } = person;
  await person.signIn('gunilla', '/work');
  const claim = page.getByRole('button', { name: /^Claim / }).first();
  const name = await claim.getAttribute('aria-label');
  await claim.press('Enter');
  await page.getByRole('button', { name: name ?? '', exact: true }).waitFor({ state: 'detached' });
  await page.locator('main:focus, main :focus').waitFor();
  expect((await whatHasFocus(page)).fault).toBeNull();
});

it('comes back to what opened a menu or a dialogue', async () => {
  const person = await someone();
  const { page } = person;
  await person.signIn('alva');
  const account = page.getByRole('button', { name: 'Alva Lind' });
  await account.press('Enter');
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.account:focus').waitFor();
});

/** What somebody may set who reads with wider spacing: WCAG 2.2, 1.4.12. */
const SPACING = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

it('has room at 320 px, also with wider spacing, and for targets of 24 px', async () => {
  const person = await someone({ width: 320, language: 'sv' });
  const { page } = person;
  await person.signIn('eva', '/work');
  for (const path of ['/work', '/reports/after-ethics']) {
    await page.goto(`${productUrl()}${path}`);
    await page.getByRole('table').first().waitFor();
    expect(await overflowOf(page)).toEqual([]);
    expect(await smallTargetsOn(page)).toEqual([]);
    await page.evaluate(
      `const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(SPACING)}); document.adoptedStyleSheets = [sheet];`,
    );
    expect(await overflowOf(page)).toEqual([]);
    expect(await cutOn(page)).toEqual([]);
  }
});
