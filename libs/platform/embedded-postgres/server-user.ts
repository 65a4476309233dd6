import { execFile } from 'node:child_process';
import { chown, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { PlatformError, messageOf } from '../platform-error';

const execute = promisify(execFile);

/** Who runs the server; null: the user who runs this process. */
export type ServerUser = { uid: number; gid: number } | null;

const CREATED_USER = 'ledtid';

/**
 * PostgreSQL refuses to run as root, so as root another user runs it: who owns the data already, else
 * `postgres`, else `nobody`, else a system user made for it.
 */
export async function chooseServerUser(dataDirectory: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(dataDirectory).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUp('postgres')) ?? (await lookUp('nobody')) ?? (await createUser());
}

async function lookUp(name: string): Promise<ServerUser> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => execute('id', [flag, name])));
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  } catch {
    // `id` fails for a user who does not exist: the expected answer, and the next candidate is asked.
    return null;
  }
}

async function createUser(): Promise<ServerUser> {
  try {
    await execute('useradd', ['--system', '--no-create-home', CREATED_USER]);
  } catch (error) {
    throw new PlatformError(
      'embedded-postgres-no-user',
      `PostgreSQL refuses to run as root, and no other user could be found or made: ${messageOf(error)}.`,
      'Run as an ordinary user, make a system user named postgres, or set DATABASE_URL.',
    );
  }
  return lookUp(CREATED_USER);
}

/** Whether `user` may enter every directory down to and including `directory`. */
export async function canReach(user: ServerUser, directory: string): Promise<boolean> {
  if (user === null) return true;
  for (let path = resolve(directory); ; path = dirname(path)) {
    const { uid, gid, mode } = await stat(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

export async function giveTo(user: ServerUser, path: string): Promise<void> {
  if (user !== null) await chown(path, user.uid, user.gid);
}
