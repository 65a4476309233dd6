import { overflowOf, violationsOn } from './support/accessibility';
import { inBothLights, picture } from './support/pictures';
import { windows } from './support/window-of';

const someone = windows();

it('goes by keys held together to each page of the menu, and tells by the same which there are', async () => {
  const person = await someone({ language: 'sv' });
  await person.signIn('cecilia');
  const { page } = person;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Alt+Shift+Digit3');
  await page.waitForURL('**/queues');
  await page.keyboard.press('Alt+Shift+KeyH');
  const help = page.getByRole('dialog', { name: 'Kortkommandon' });
  await help.getByRole('rowheader', { name: 'Köer' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await picture(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
});

it('shows where one is signed in, and ends one sign-in from another', async () => {
  const [here, there] = [await someone({ language: 'sv', width: 390 }), await someone({ language: 'sv' })];
  await there.signIn('olga');
  await here.signIn('olga', '/sessions', true);
  const { page } = here;
  const others = page.getByRole('row').filter({ hasText: 'En annan' });
  await others.first().waitFor();
  const before = await others.count();
  expect([await violationsOn(page), await overflowOf(page)]).toEqual([[], []]);
  await picture(page, 'sessions-390');
  await others.first().getByRole('button').press('Enter');
  await others.nth(before - 1).waitFor({ state: 'detached' });
  await there.page.reload();
  await there.page.getByRole('heading', { name: 'Logga in' }).waitFor();
});

it('has more contrast where it is asked for, and keeps it', async () => {
  const person = await someone({ language: 'sv' });
  await person.signIn('eva', '/queues/legal-review');
  const { page } = person;
  await page.getByRole('table').waitFor();
  await page.getByRole('button', { name: 'Eva Berg' }).press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Hög kontrast' }).press('Enter');
  await page.locator('html[data-contrast="high"]').waitFor();
  await page.reload();
  await page.locator('html[data-contrast="high"]').waitFor();
  await page.getByRole('table').waitFor();
  await inBothLights(page, 'high-contrast', true);
});

it('has more contrast where the device asks for it, until the person says otherwise', async () => {
  const person = await someone({ language: 'sv' });
  const { page } = person;
  await page.emulateMedia({ contrast: 'more' });
  await person.signIn('eva');
  await page.locator('html[data-contrast="high"]').waitFor();
  await page.getByRole('button', { name: 'Eva Berg' }).press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Hög kontrast' }).press('Enter');
  await page.locator('html[data-contrast="usual"]').waitFor();
});
