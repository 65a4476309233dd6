import type { Page } from 'playwright-core';
import { faultsInEveryLook } from './support/looks';
import { productUrl } from './support/person';
import { windows } from './support/window-of';

/** Under which its pictures are kept, who uses it, its path, and what is done there first, so that it has something to show. */
type Shown = readonly [name: string, who: string, path: string, then?: (page: Page) => Promise<unknown>];

const asItIs = () => Promise.resolve();

const someone = windows();

const firstLink = (page: Page) => page.getByRole('table').first().getByRole('link').first().click();

/** Opens the form of the first thing that can be done and is not done at one press. */
async function openAction(page: Page): Promise<void> {
  await firstLink(page);
  await page.locator('main button[aria-expanded="false"]').first().click();
}

/** Begins an application and goes to one of its sections; its first has a list, to which something is added. */
const section = (key: string) => async (page: Page) => {
  await page.getByRole('button', { name: /^Ny: / }).click();
  await page.getByRole('button', { name: /^Lägg till: / }).click();
  if (key !== '1') await page.locator(`nav a[href$="/${key}"]`).click();
};

const REPORTS = ['after-ethics', 'stages', 'deadlines', 'quality', 'flow', 'causes', 'summary'];

const PAGES: readonly Shown[] = [
  ['start-applicant', 'alva', '/'],
  ['my-cases', 'alva', '/cases'],
  ['case-applicant', 'alva', '/cases', firstLink],
  ['application', 'alva', '/cases', section('1')],
  ['application-section', 'alva', '/cases', section('3')],
  ['application-review', 'alva', '/cases', section('review')],
  ['not-found', 'alva', '/no/such/page'],
  ['start-officer', 'eva', '/'],
  ['work', 'eva', '/work'],
  ['queues', 'eva', '/queues'],
  ['queue', 'eva', '/queues/legal-review'],
  ['case-officer', 'eva', '/work', openAction],
  ['work-decision', 'gunilla', '/work'],
  ['case-engineer', 'lars', '/work', firstLink],
  ['work-holder', 'ines', '/work'],
  ['case-holder', 'ines', '/work', firstLink],
  ['report-holder', 'ines', '/reports/holder'],
  ...REPORTS.map((path): Shown => [`report-${path}`, 'maria', `/reports/${path}`]),
];

/** Until everything asked for is there: what things are called comes by calls of its own. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.mantine-Skeleton-root, .mantine-Loader-root').first().waitFor({ state: 'hidden' });
}

describe('in every window, in both languages, light and dark, nothing is cut, overflows or lacks a name:', () => {
  it.each(PAGES.map(([name, who, path, then = asItIs]) => [name, who, path, then] as const))(
    '%s, as %s',
    async (name, who, path, then) => {
      const person = await someone({ language: 'sv' });
      await person.signIn(who, path);
      await then(person.page);
      await settled(person.page);
      expect(await faultsInEveryLook(person.page, name)).toEqual([]);
    },
    180_000,
  );

  it('sign-in', async () => {
    const { page } = await someone({ language: 'sv' });
    await page.goto(`${productUrl()}/`);
    await settled(page);
    expect(await faultsInEveryLook(page, 'sign-in')).toEqual([]);
  });
});
