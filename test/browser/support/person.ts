import { type Browser, type BrowserContext, type Cookie, type Page, chromium } from 'playwright-core';

/** Debian's; elsewhere what `npx playwright install chromium` brings, by its path in the variable. */
const EXECUTABLE = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export type Language = 'sv' | 'en';

/** Where the product answers. */
export function productUrl(): string {
  const { LEDTID_BROWSER_URL: url } = process.env;
  if (url === undefined)
    throw new Error('Run these tests by npm run test:browser, which starts the product.');
  return url;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS, headless: true });
}

export interface PersonOptions {
  readonly language?: Language;
  readonly width?: number;
  readonly dark?: boolean;
  /** Where the product answers, where it is not the one that all tests share. */
  readonly url?: string;
}

/** What the browsers of those hold who have signed in before in this file: to sign in takes seconds each time. */
const sessions = new Map<string, Cookie[]>();

/** Somebody at a machine: a window of their own, and what went wrong in it that no person would see. */
export class Person {
  /** Errors of scripts, of the console and of the policy. */
  readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {}

  static async open(browser: Browser, options: PersonOptions = {}): Promise<Person> {
    const { language = 'en', width = 1440, dark = false, url = productUrl() } = options;
    const context = await browser.newContext({
      locale: language === 'sv' ? 'sv-SE' : 'en-GB',
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    const person = new Person(context, await context.newPage(), url);
    person.page.on('pageerror', (error) => person.faults.push(`${error.name}: ${error.message}`));
    person.page.on('console', (message) => {
      if (message.type() === 'error' && !isRefusal(message.text())) person.faults.push(message.text());
    });
    return person;
  }

  /**
   * Goes to a page of the portal, or to a whole address, and signs in on the way, as the person of that name in the
   * demonstration. `anew`: though the person is signed in elsewhere.
   */
  async signIn(subject: string, path = '/', anew = false): Promise<void> {
    const key = `${this.url} ${subject}`;
    const kept = anew ? undefined : sessions.get(key);
    if (kept !== undefined) await this.context.addCookies(kept);
    const known = kept !== undefined && (await this.isSignedIn());
    if (!known) await this.context.clearCookies();
    await this.page.goto(new URL(path, this.url).href);
    if (!known) {
      await this.page.getByRole('main').getByRole('link').first().click();
      await this.page.locator(`button[value="${subject}"]`).first().click();
    }
    await this.page.getByRole('navigation').or(this.page.getByRole('main')).first().waitFor();
    if (!known) sessions.set(key, await this.context.cookies());
  }

  /** A test may have ended the session meanwhile. */
  private async isSignedIn(): Promise<boolean> {
    return (await this.context.request.get(new URL('/api/v1/me', this.url).href)).ok();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** A browser writes every answer of 4xx to its console; which of them are wrong, tests say themselves. */
function isRefusal(text: string): boolean {
  return text.startsWith('Failed to load resource: the server responded with a status of 4');
}
