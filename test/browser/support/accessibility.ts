import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on the page as it stands, a line each; none is what is wanted. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await looking(page).analyze();
  return violations.flatMap(linesOf);
}

/** Controls under 24 px that have no room around them either: WCAG 2.2, 2.5.8, which axe only looks at when asked. */
export async function smallTargetsOn(page: Page): Promise<string[]> {
  const { violations } = await looking(page).withRules('target-size').analyze();
  return violations.flatMap(linesOf);
}

/** A chart is one picture with a name; what it is drawn with is no element of the page, and takes long to look through. */
const looking = (page: Page) => new AxeBuilder({ page }).exclude('.chart > div > svg');

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const linesOf = ({ id, nodes }: Violation) =>
  nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`);

const WIDTHS = '[document.documentElement.scrollWidth, document.documentElement.clientWidth]';

/** Where the page is wider than its window, which then scrolls sideways; a line, or none. */
export async function overflowOf(page: Page): Promise<string[]> {
  const [needed = 0, given = 0] = await page.evaluate<number[]>(WIDTHS);
  return needed <= given ? [] : [`${page.url()}: ${needed} px in a window of ${given} px`];
}

/** Texts that do not fit into what holds them, where the rest is hidden. What only screen readers get is meant to be. */
const CUT = `[...document.querySelectorAll('body *')].filter((element) => {
  if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')) return false;
  const { overflowX, clipPath, display } = getComputedStyle(element);
  if (overflowX === 'visible' || clipPath !== 'none' || display === 'inline') return false;
  return overflowX !== 'auto' && overflowX !== 'scroll' && element.scrollWidth > element.clientWidth + 1;
}).map((element) => element.tagName.toLowerCase() + ': ' + element.textContent.trim())`;

/** Where a text is cut off, a line each. A name in the frame of the page may be: its menu says it in full. */
export async function cutOn(page: Page): Promise<string[]> {
  const cut = await page.evaluate<string[]>(CUT);
  return cut.map((text) => `${page.url()}: cut: ${text}`);
}

const ALONE = `[...document.querySelectorAll('.chart')]
  .filter((chart) => chart.closest('section, main').querySelector('table') === null)
  .map((chart) => chart.getAttribute('aria-label') ?? chart.innerHTML.slice(0, 80))`;

/** Charts without a table of the same figures in their part of the page, a line each. */
export async function chartsAloneOn(page: Page): Promise<string[]> {
  const alone = await page.evaluate<string[]>(ALONE);
  return alone.map((chart) => `${page.url()}: a chart without a table: ${chart}`);
}
