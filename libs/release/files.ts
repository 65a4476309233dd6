import { access, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileErrorCode } from './release-fault';
import { makePrivateFolder } from './release-area';

/** Writes a whole file or nothing: a reader, or a run after a kill, never sees half of it. */
export async function writeWhole(path: string, content: string): Promise<void> {
  await makePrivateFolder(dirname(path));
  const partial = `${path}.partial-${process.pid}`;
  const file = await open(partial, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
}

/** The JSON value in a file, or `undefined` when there is no such file. */
export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Renames a finished folder into place. `false` when another run was first; the folder is then removed. */
export async function renameIntoPlace(folder: string, place: string): Promise<boolean> {
  await makePrivateFolder(dirname(place));
  try {
    await rename(folder, place);
    return true;
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(fileErrorCode(error) ?? '')) throw error;
    await rm(folder, { recursive: true, force: true });
    return false;
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
