import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '@ledtid/platform';
import type { NamedCase } from './demo-step';

/** The sealed package of a release in the environment's folder: the last one, where it was delivered again. */
export async function packageOf(folder: string | undefined, { id }: NamedCase): Promise<string | null> {
  if (folder === undefined) return null;
  const names = (await namesIn(folder)).filter((name) => name.startsWith(`${id}-`) && !name.includes('.'));
  const last = names.sort().at(-1);
  return last === undefined ? null : join(folder, last);
}

/** A server on another machine has its environment elsewhere. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
