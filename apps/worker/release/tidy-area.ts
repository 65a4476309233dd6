import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { ReleaseArea } from '@ledtid/release';

interface Release {
  id: string;
  over: boolean;
  depends_on: string[];
}

// Over: ended in any way, or handed to the environment.
const RELEASES = prepare<Release>(
  'worker-releases-of-area',
  `SELECT release.id, release.depends_on,
     release.status = 'done' OR EXISTS (SELECT FROM unnest(release.leaves) leaf WHERE leaf LIKE 'access.%') AS over
   FROM instance release
   WHERE release.workflow = 'release'
     AND release.root_id IN (SELECT root_id FROM instance WHERE id = ANY($1::uuid[]))`,
);

/**
 * Removes what releases that are over have left in the body's folders, and populations that nobody needs any
 * more. A cancelled release has no step of its own in which this could be done. What belongs to no case of
 * this database is left alone.
 */
export async function tidyArea(pool: Pool, area: ReleaseArea): Promise<void> {
  const kept = await namesIn(join(area.root, 'populations'));
  const held = new Set<string>();
  for (const kind of ['work', 'received', 'prepared']) {
    for (const name of await namesIn(join(area.root, kind))) held.add(name);
  }
  if (kept.length + held.size === 0) return;
  const releases = await RELEASES(pool, [[...new Set([...kept, ...held])].filter(isId)]);
  for (const { id, over } of releases) {
    if (over && held.has(id)) await area.wipeRelease(id);
    const dependents = releases.filter((release) => release.depends_on.includes(id));
    const unneeded = dependents.every((dependent) => dependent.over) && (over || dependents.length > 0);
    if (kept.includes(id) && unneeded) await area.removePopulations(id);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function isId(name: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
}
