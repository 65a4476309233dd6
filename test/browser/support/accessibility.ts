import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on the page as it stands, a line each; none is what is wanted. */
export async function violationsOn(page: Page): Promise<string[]> {
  // A chart is one picture with a name; what it is drawn with is no element of the page, and takes long to look through.
  const { violations } = await new AxeBuilder({ page }).exclude('.chart > div > svg').analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`),
  );
}

const WIDTHS = '[document.documentElement.scrollWidth, document.documentElement.clientWidth]';

/** Where the page is wider than its window, which then scrolls sideways; a line, or none. */
export async function overflowOf(page: Page): Promise<string[]> {
  const [needed = 0, given = 0] = await page.evaluate<number[]>(WIDTHS);
  return needed <= given ? [] : [`${page.url()}: ${needed} px in a window of ${given} px`];
}
