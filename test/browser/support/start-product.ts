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
  const data = mkdtempSync(join(tmpdir(), 'ledtid-browser-'));
  const args = ['bin/ledtid.mjs', 'start', '--port', `${port}`, '--data-dir', data, '--json'];
  const product = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  Object.assign(running, { product, data });
  // It prints its document once it is ready.
  const first = await Promise.race([once(product.stdout, 'data'), once(product, 'exit').then(() => null)]);
  if (first === null) throw new Error('The product did not start.');
  process.env.LEDTID_BROWSER_URL = `http://localhost:${port}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
