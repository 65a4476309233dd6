import type { Page } from 'playwright-core';

interface Stop {
  readonly what: string;
  readonly fault: string | null;
}

/**
 * What has the focus, and what is wrong with how it is shown: no outline of two pixels around it or around what stands
 * for it (a hidden radio has a label), or something that lies over it. WCAG 2.2, 2.4.7 and 2.4.11; 2.4.13 asks for two
 * pixels.
 */
const STOP = `(() => {
  const active = document.activeElement;
  if (active === null || active === document.body) return { what: 'nothing', fault: null };
  const outlined = (one) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  const what = active.tagName.toLowerCase() + ' ' + (active.id || active.textContent.trim().slice(0, 60));
  const label = active.labels?.[0] ?? null;
  const seen = active.getClientRects().length > 0 && active.offsetWidth > 1 ? active : (label ?? active);
  if (![active, label, active.nextElementSibling].some(outlined)) return { what, fault: 'no outline: ' + what };
  const { left, top, width, height } = seen.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
  const free = over !== null && (seen.contains(over) || over.contains(seen) || over.closest('label') === label);
  return { what, fault: free ? null : 'covered: ' + what };
})()`;

export const whatHasFocus = (page: Page): Promise<Stop> => page.evaluate<Stop>(STOP);

/** Goes through a page by Tab, at most so far and until it begins anew; gives the faults of where it stopped. */
export async function faultsOfFocus(page: Page, most: number): Promise<string[]> {
  const faults = new Set<string>();
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const { what, fault } = await whatHasFocus(page);
    if (what === 'nothing') break;
    if (fault !== null) faults.add(fault);
  }
  return [...faults];
}
