import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { systemCodeOf } from '@ledtid/platform';

/**
 * The content of a file that only its owner may read, made at the first call. The file appears whole or not
 * at all, and of two who make it at once both get the same.
 */
export async function keepSecret(path: string, make: () => string | Promise<string>): Promise<string> {
  const kept = await read(path);
  if (kept !== null) return kept;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, await make(), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (thrown) {
    if (systemCodeOf(thrown) !== 'EEXIST') throw thrown;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}
