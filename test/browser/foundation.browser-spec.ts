import { violationsOn } from './support/accessibility';
import { productUrl } from './support/person';
import { windows } from './support/window-of';

const WORDS = {
  sv: { signIn: 'Logga in', welcome: 'Välkommen, Alva Lind', skip: 'Hoppa till innehållet', out: 'Logga ut' },
  en: { signIn: 'Sign in', welcome: 'Welcome, Alva Lind', skip: 'Skip to the content', out: 'Sign out' },
};

const someone = windows();

describe.each(['sv', 'en'] as const)('the portal in %s', (language) => {
  const words = WORDS[language];

  it('is entered and left by keyboard alone', async () => {
    const { page } = await someone({ language });
    await page.goto(`${productUrl()}/`);
    await page.getByRole('heading', { name: words.signIn }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('button[value="alva"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.welcome }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(words.skip);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN');
    await page.getByRole('button', { name: 'Alva Lind' }).press('Enter');
    await page.getByRole('menuitem', { name: words.out }).press('Enter');
    await page.getByRole('heading', { name: words.signIn }).waitFor();
  });

  it('names its window after the page, and has a page for wrong addresses', async () => {
    const person = await someone({ language });
    await person.signIn('alva', '/no/such/page');
    await person.page.waitForFunction('/finns inte|no such page/.test(document.title)');
    expect(await violationsOn(person.page)).toEqual([]);
  });
});

it('switches language where one stands, and keeps it', async () => {
  const { page } = await someone({ language: 'en' });
  await page.goto(`${productUrl()}/`);
  await page.getByText('Svenska').click();
  await page.getByRole('heading', { name: 'Logga in' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Logga in' }).waitFor();
});

it('asks to sign in again beside the page when the session has ended, and goes on there', async () => {
  const person = await someone({ language: 'en' });
  await person.signIn('alva');
  await person.page.getByRole('heading', { name: 'Welcome, Alva Lind' }).waitFor();
  // What the page still asks for would find out by itself.
  await person.page.waitForLoadState('networkidle');
  await person.context.clearCookies();
  await person.page.getByRole('button', { name: 'Alva Lind' }).click();
  await person.page.getByRole('menuitem', { name: 'Sign out' }).click();
  const dialog = person.page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  expect(await violationsOn(person.page)).toEqual([]);
  const opening = person.context.waitForEvent('page');
  await dialog.getByRole('link').click();
  const other = await opening;
  await other.locator('button[value="alva"]').first().click();
  await other.getByRole('heading', { name: 'You are signed in' }).waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await person.page.getByRole('heading', { name: 'Welcome, Alva Lind' }).waitFor();
});
