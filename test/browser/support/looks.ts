import type { Page } from 'playwright-core';
import { chartsAloneOn, cutOn, overflowOf, violationsOn } from './accessibility';
import { makesManual, picture, pictureOfManual } from './pictures';

/** Both languages and both lights; colours do not change with the language, nor lengths with the light. */
const LOOKS = [
  { language: 'sv', light: 'light' },
  { language: 'en', light: 'dark' },
] as const;

const WIDTHS = [1440, 768, 390];

/** The window of a picture of the manual: wide enough for the menu, and small in bytes. */
const OF_MANUAL = { width: 1000, height: 640 };

/** Where axe looks: colours change with the light, elements with the width. */
const LOOKED_THROUGH = ['sv-1440-light', 'en-390-dark'];

/**
 * What is wrong with a page as it stands, a line each, in both languages, both lights and at every width; keeps a
 * picture of each. The page is loaded once and changed where it stands, as a person would.
 */
export async function faultsInEveryLook(page: Page, name: string): Promise<string[]> {
  const faults = await chartsAloneOn(page);
  for (const { language, light } of LOOKS) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await speak(page, language);
    await shine(page, light);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await drawn(page);
      const look = `${language}-${width}-${light}`;
      const found = [...(await overflowOf(page)), ...(await cutOn(page))];
      if (LOOKED_THROUGH.includes(look)) found.push(...(await violationsOn(page)));
      faults.push(...found.map((fault) => `${look}: ${fault}`));
      await picture(page, `${name}-${look}`);
    }
    if (!makesManual) continue;
    await shine(page, 'light');
    await page.setViewportSize(OF_MANUAL);
    await drawn(page);
    await pictureOfManual(page, name, language);
  }
  return faults;
}

async function speak(page: Page, language: string): Promise<void> {
  await page.locator(`.language[lang="${language}"]`).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
}

async function shine(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
}

/** Charts follow their place a frame later, and the menu slides away where the window becomes narrow. */
const DRAWN = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime < Infinity)
    .map(({ finished }) => finished)))
  .then(() => undefined)`;

async function drawn(page: Page): Promise<void> {
  await page.evaluate(DRAWN);
}
