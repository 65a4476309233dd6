import type { Locator, Page } from 'playwright-core';

/** More stops than any page of the portal has. */
const STOPS = 150;

/** Goes by the tabulator to what is wanted, from wherever the focus is, and presses Enter on it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < STOPS; stop += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`No ${STOPS} presses of the tabulator lead to ${String(target)}.`);
}
