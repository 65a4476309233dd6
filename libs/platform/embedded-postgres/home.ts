import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, realpath, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PlatformError, systemCodeOf } from '../platform-error';
import { type ServerUser, canReach, chooseServerUser } from './server-user';

/** Where one embedded server keeps its things. */
export interface ServerHome {
  /** `.ledtid`: password, URL and log, for the user who runs Ledtid. */
  home: string;
  /** `.ledtid/postgres`: the data directory, or a link to it. */
  entry: string;
  /** The data directory itself, or null before the first start. */
  dataDirectory: string | null;
  /** The directory that a new data directory, and copied programs, go to: the server's user can enter it. */
  ground: string;
  user: ServerUser;
}

/** The server's user needs to pass through, and nobody needs to list. */
const PASSABLE = 0o711;
const SYSTEM_GROUND = '/var/lib/ledtid';

/**
 * As root, `.ledtid` may lie below a directory that the server's user cannot enter (`/root`, a private
 * temporary directory). Opening such a directory would weaken what its owner closed, so the data then go to
 * `/var/lib/ledtid` and `.ledtid/postgres` is a link to them.
 * Throws `embedded-postgres-data-lost`, `embedded-postgres-data-unreachable`, `embedded-postgres-data-of-another`.
 */
export async function openHome(directory: string): Promise<ServerHome> {
  const home = resolve(directory);
  await mkdir(home, { recursive: true });
  const entry = join(home, 'postgres');
  const user = await chooseServerUser(entry);
  if (user !== null) await chmod(home, PASSABLE);
  const dataDirectory = await existingData(entry);
  if (dataDirectory !== null) await refuseUnusable(dataDirectory, user);
  const ground = (await canReach(user, home)) ? await realpath(home) : await systemGround(user);
  return { home, entry, dataDirectory, ground, user };
}

async function existingData(entry: string): Promise<string | null> {
  const found = await lstat(entry).catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return null;
  if (existsSync(entry)) return realpath(entry);
  throw new PlatformError(
    'embedded-postgres-data-lost',
    `${entry} points to a directory that is no longer there.`,
    'Restore that directory, or remove the link to begin with an empty database.',
  );
}

async function refuseUnusable(dataDirectory: string, user: ServerUser): Promise<void> {
  if (!(await canReach(user, dataDirectory))) {
    throw new PlatformError(
      'embedded-postgres-data-unreachable',
      `PostgreSQL runs as user ${user?.uid} because root may not run it, and that user cannot enter ${dataDirectory}.`,
      'Move the data to a directory that other users may enter, or run Ledtid as an ordinary user.',
    );
  }
  const { uid } = await stat(dataDirectory);
  if (user !== null || process.getuid === undefined || uid === process.getuid()) return;
  throw new PlatformError(
    'embedded-postgres-data-of-another',
    `${dataDirectory} belongs to user ${uid}, and PostgreSQL only runs as the owner of its data.`,
    'Run Ledtid as the user who made it (or as root), or give another --data-dir.',
  );
}

async function systemGround(user: ServerUser): Promise<string> {
  for (const candidate of [SYSTEM_GROUND, join(tmpdir(), 'ledtid')]) {
    try {
      await mkdir(candidate, { recursive: true, mode: PASSABLE });
    } catch (error) {
      if (['EACCES', 'EROFS', 'EPERM'].includes(systemCodeOf(error) ?? '')) continue;
      throw error;
    }
    const { uid } = await stat(candidate);
    if (uid === process.getuid?.() && (await canReach(user, candidate))) return candidate;
  }
  throw new PlatformError(
    'embedded-postgres-no-ground',
    `No directory was found that user ${user?.uid}, who runs PostgreSQL for root, can enter.`,
    'Run Ledtid as an ordinary user, or give a --data-dir that other users may enter.',
  );
}

/** A directory for a new cluster to grow in. */
export async function makeNursery(place: ServerHome): Promise<string> {
  const nursery = await mkdtemp(join(place.ground, 'cluster-'));
  await chmod(nursery, place.user === null ? 0o700 : PASSABLE);
  return nursery;
}

/** Whether the data lie elsewhere, so that `.ledtid/postgres` is a link. */
export async function needsLink(place: ServerHome): Promise<boolean> {
  return place.ground !== (await realpath(place.home));
}
