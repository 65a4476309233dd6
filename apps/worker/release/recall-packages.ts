import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';

/** A package in the environment's folder: `RELEASE-ATTEMPT`. */
const PACKAGE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-\d+$/;

const ENDED_WITHOUT_ACCESS = prepare<{ id: string }>(
  'worker-releases-without-access',
  `SELECT id FROM instance WHERE id = ANY($1::uuid[]) AND status = 'done' AND outcome <> 'access'`,
);

/**
 * Takes packages back of releases that ended without access: one that was cancelled while its package was being
 * sealed has no step left in which anybody would. Whatever else lies in the environment's folder is left alone.
 * Gives the names of what was removed. Safe to repeat.
 */
export async function recallPackages(pool: Pool, environmentFolder: string): Promise<string[]> {
  const packages = (await namesIn(environmentFolder)).flatMap((name) => {
    const release = PACKAGE.exec(name)?.[1];
    return release === undefined ? [] : [{ name, release }];
  });
  if (packages.length === 0) return [];
  const ended = await ENDED_WITHOUT_ACCESS(pool, [[...new Set(packages.map(({ release }) => release))]]);
  const ids = new Set(ended.map(({ id }) => id));
  const recalled = packages.filter(({ release }) => ids.has(release)).map(({ name }) => name);
  for (const name of recalled) await rm(join(environmentFolder, name), { recursive: true, force: true });
  return recalled;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // Nothing was ever delivered.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
