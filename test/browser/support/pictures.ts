import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { overflowOf, violationsOn } from './accessibility';

const DIRECTORY = join(__dirname, '..', '..', '..', 'coverage', 'browser');

/** Keeps a picture of the whole page as an artefact of the run. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(DIRECTORY, { recursive: true });
  await page.screenshot({ path: join(DIRECTORY, `${name}.png`), fullPage: true });
}

/** The page as it is printed, kept beside the pictures. */
export async function paper(page: Page, name: string): Promise<Buffer> {
  mkdirSync(DIRECTORY, { recursive: true });
  return page.pdf({ path: join(DIRECTORY, `${name}.pdf`), preferCSSPageSize: true });
}

/** A picture in light and in dark, neither wider than the window; axe where asked, as colours are the same at every width. */
export async function inBothLights(page: Page, name: string, axe: boolean): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    if (axe) expect(await violationsOn(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
    await picture(page, `${name}-${colorScheme}`);
  }
}
