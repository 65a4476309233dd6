import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { violationsOn } from './support/accessibility';
import { inBothLights } from './support/pictures';
import { freePort, launchProduct, newDataDirectory } from './support/start-product';
import { windows } from './support/window-of';

/** So slow that a file of this size is under way for half a minute; bytes, and bytes a second. */
const SIZE = 6_000_000;
const SLOW = 200_000;

const LARGE = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(SIZE, '%PDF-1.7\n') };
const SMALL = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('name;type\nage;integer\n') };

const someone = windows();

// Two starts of the product are in it.
jest.setTimeout(120_000);

/** A product of its own, without a history: the other tests go on with theirs while this one is killed. */
describe('when the server is killed and comes back', () => {
  let port: number;
  let product: ChildProcess;
  const data = newDataDirectory();

  beforeAll(async () => {
    port = await freePort();
    product = await launchProduct(port, data, ['--empty']);
  });
  afterAll(async () => {
    if (product.exitCode === null && product.kill('SIGINT')) await once(product, 'exit');
    rmSync(data, { recursive: true, force: true });
  });

  it('the files on their way are still there, and so is what was typed; nothing arrives twice', async () => {
    const person = await someone();
    const { page, context } = person;
    await person.signIn('alva', `http://localhost:${port}/`);
    await page.getByRole('button', { name: /^New: / }).click();
    await page.locator('nav a[href$="/documents"]').click();
    await page.getByRole('combobox', { name: 'Kind of document' }).selectOption({ index: 1 });
    const network = await context.newCDPSession(page);
    const slowly = (uploadThroughput: number) =>
      network.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput },
      });
    await slowly(SLOW);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Choose files/ }).click();
    await (await chooser).setFiles([LARGE, SMALL]);
    await page.getByText(/plan\.pdf is being sent: [1-9]/).waitFor();

    product.kill('SIGKILL');
    await once(product, 'exit');
    const broken = page.getByRole('alert').filter({ hasText: 'has not been handed in' });
    await broken.nth(1).waitFor();
    await page.getByText('The connection to the server broke.').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await inBothLights(page, 'documents-interrupted', false);
    await page.locator('nav a[href$="/2"]').click();
    await page.locator('[id="application-projectName"]').fill('Typed while the server was away');
    await page.getByText('No connection.').waitFor();

    await slowly(-1);
    product = await launchProduct(port, data, ['--empty']);
    await page.getByText(/^Saved/).waitFor();
    await page.locator('nav a[href$="/documents"]').click();
    for (const { name } of [LARGE, SMALL]) {
      await page.getByRole('button', { name: `Try again: ${name}` }).click();
      await page.getByRole('link', { name }).waitFor();
    }
    await page.reload();
    await page.getByRole('link', { name: SMALL.name }).waitFor();
    expect(await page.getByRole('table').getByRole('link').allTextContents()).toEqual([
      LARGE.name,
      SMALL.name,
    ]);
    await page.locator('nav a[href$="/2"]').click();
    const typed = page.locator('[id="application-projectName"]');
    expect(await typed.inputValue()).toBe('Typed while the server was away');
    // That the server did not answer for a while is what this is about.
    person.faults.length = 0;
  });
});
