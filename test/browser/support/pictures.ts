import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { overflowOf, violationsOn } from './accessibility';

const ROOT = join(__dirname, '..', '..', '..');
const DIRECTORY = join(ROOT, 'coverage', 'browser');
const MANUAL = join(ROOT, 'docs', 'manual');

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

/** Whether this run makes the pictures of the manual: `npm run pictures`. */
export const makesManual = process.env.LEDTID_PICTURES !== undefined;

/** Keeps what the window shows as a picture of the manual, where one of its pages asks for it. */
export async function pictureOfManual(page: Page, name: string, language: string): Promise<void> {
  const file = `${name}-${language}.png`;
  const pages = readdirSync(join(MANUAL, language)).map((one) =>
    readFileSync(join(MANUAL, language, one), 'utf8'),
  );
  if (!pages.some((text) => text.includes(`/${file})`))) return;
  await page.screenshot({ path: join(MANUAL, 'pictures', file) });
}
