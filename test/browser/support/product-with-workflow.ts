import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { launchElsewhere } from './start-product';

const ROOT = join(__dirname, '..', '..', '..');

export interface ForeignProduct {
  readonly url: string;
  stop(): Promise<void>;
}

/** A copy of the built product, with one folder more among its workflows and no other line changed. */
export async function productWithWorkflow(source: string, key: string): Promise<ForeignProduct> {
  const root = mkdtempSync(join(tmpdir(), 'ledtid-foreign-'));
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const folder = join(root, 'dist', 'workflows', key);
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.js'), built(source));
  const { product, url } = await launchElsewhere(root, join(root, 'data'), ['--empty']);
  return { url, stop: () => stop(product, root) };
}

/** As the build does it: plain JavaScript, whose rooms lie in dist/libs. */
function built(source: string): string {
  const options = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8')) as object;
  const { code } = transformSync(readFileSync(source, 'utf8'), {
    ...options,
    ...{ filename: source, swcrc: false, module: { type: 'commonjs' } },
  });
  return code.replace(/@ledtid\/([a-z-]+)/g, '../../libs/$1/index.js');
}

async function stop(product: ChildProcess, root: string): Promise<void> {
  if (product.exitCode === null && product.kill('SIGINT')) await once(product, 'exit');
  rmSync(root, { recursive: true, force: true });
}
