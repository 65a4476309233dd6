import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { running } from './start-product';

/** Stops what `startProduct` started, and takes its data away. */
export async function stopProduct(): Promise<void> {
  const { product, data } = running;
  if (product === undefined || data === undefined) return;
  if (product.exitCode === null && product.kill('SIGINT')) await once(product, 'exit');
  rmSync(data, { recursive: true, force: true });
}
