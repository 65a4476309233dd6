import { overflowOf, violationsOn } from './support/accessibility';
import { picture } from './support/pictures';
import { windows } from './support/window-of';

const QUEUE = '/queues/secrecy-review';
const someone = windows();

it('gives several cases to a colleague at once, those that wait and those that somebody has, and back', async () => {
  const person = await someone({ language: 'sv' });
  await person.signIn('johan', QUEUE);
  const { page } = person;
  const table = page.getByRole('table');
  await table.getByRole('checkbox').first().waitFor();
  const boxes = await table.getByRole('checkbox').all();
  const give = async (whom: string) => {
    for (const box of boxes) await box.check();
    await page.getByLabel('Till vem (användarnamn)').fill(whom);
    await page.getByRole('button', { name: `Tilldela de ${boxes.length} valda` }).press('Enter');
    await page.getByText(`${boxes.length} tilldelade.`).waitFor();
  };
  await give('jonas');
  await table
    .getByText('Handläggs av: jonas')
    .nth(boxes.length - 1)
    .waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await give('');
  await table
    .getByText('Handläggs av: johan')
    .nth(boxes.length - 1)
    .waitFor();
});

it('tells which cases could not be given to whom, and why, and leaves them chosen', async () => {
  const person = await someone({ language: 'en', width: 390 });
  await person.signIn('johan', QUEUE);
  const { page } = person;
  await page.getByRole('checkbox').first().check();
  await page.getByLabel('To whom (user name)').fill('two words');
  await page.getByRole('button', { name: 'Assign the 1 chosen' }).click();
  await page.getByText('1 could not be assigned:').waitFor();
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
  expect([await violationsOn(page), await overflowOf(page)]).toEqual([[], []]);
  await picture(page, 'queue-refused-390');
});

it('is searched and ordered by the address, which shows another person the same', async () => {
  const person = await someone();
  await person.signIn('johan', QUEUE);
  const { page } = person;
  const links = page.getByRole('table').getByRole('link');
  await links.first().waitFor();
  const number = /\d{4}-\d{5}/.exec((await links.first().textContent()) ?? '')?.[0] ?? '';
  await page.getByRole('searchbox', { name: 'Case number' }).fill(number);
  await page.getByRole('combobox', { name: 'Order' }).selectOption('since');
  await page.waitForURL(`**${QUEUE}?q=${number}&sort=since`);
  const other = await someone();
  await other.signIn('johan', `${QUEUE}?q=${number}&sort=since`);
  const found = other.page.getByRole('table').getByRole('link');
  await found.first().waitFor();
  for (const name of await found.allTextContents()) expect(name).toContain(number);
  await other.page.getByRole('searchbox').fill('no such number');
  await other.page.getByText('Nothing here matches.').waitFor();
});
