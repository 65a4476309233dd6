import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

/** What the run started, for its end: Jest runs both in one process. */
export const running: { product?: ChildProcess; data?: string } = {};

const ROOT = join(__dirname, '..', '..', '..');

/** Starts the built product with its demonstration, as people do, and tells the tests where it answers. */
export async function startProduct(): Promise<void> {
  if (process.env.LEDTID_BROWSER_URL !== undefined) return;
  const port = await freePort();
  const data = newDataDirectory();
  running.data = data;
  running.product = await launchProduct(port, data);
  process.env.LEDTID_BROWSER_URL = `http://localhost:${port}`;
}

export function newDataDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'ledtid-browser-'));
}

/** The built product with its data there, ready. `options`: more of its command line. */
export async function launchProduct(
  port: number,
  data: string,
  options: readonly string[] = [],
  root = ROOT,
): Promise<ChildProcess> {
  const args = ['bin/ledtid.mjs', 'start', '--port', `${port}`, '--data-dir', data, '--json', ...options];
  const product = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  // It prints its document once it is ready.
  const first = await Promise.race([once(product.stdout, 'data'), once(product, 'exit').then(() => null)]);
  if (first === null) throw new Error('The product did not start.');
  return product;
}

/** The product that lies in another folder, on a free port. */
export async function launchElsewhere(
  root: string,
  data: string,
  options: readonly string[],
): Promise<{ product: ChildProcess; url: string }> {
  const port = await freePort();
  return { product: await launchProduct(port, data, options, root), url: `http://localhost:${port}` };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
