import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlatformError, systemCodeOf } from '../platform-error';
import { SERVER_DATABASE, SERVER_ROLE } from './server-settings';

const OWNER_ONLY = 0o600;

/**
 * The password in `.ledtid/database-password`, made on first use. It is written beside and linked into its
 * name in one step, so that of two first starts both read the same and neither reads half of it.
 */
export async function keepPassword(home: string): Promise<string> {
  const path = passwordFile(home);
  const kept = await readIfThere(path);
  if (kept !== null) return kept;
  const draft = await writeDraft(path, randomBytes(24).toString('hex'));
  await link(draft, path).catch((error: unknown) => {
    if (systemCodeOf(error) !== 'EEXIST') throw error;
  });
  await rm(draft);
  return keepPassword(home);
}

/** The password of an existing database. Throws `embedded-postgres-password-lost`. */
export async function readPassword(home: string): Promise<string> {
  const kept = await readIfThere(passwordFile(home));
  if (kept !== null) return kept;
  throw new PlatformError(
    'embedded-postgres-password-lost',
    `${home} holds a database, but the file database-password that belongs to it is missing.`,
    `Restore that file, or remove ${join(home, 'postgres')} too to begin with an empty database.`,
  );
}

function passwordFile(home: string): string {
  return join(home, 'database-password');
}

export function serverUrl(port: number, password: string, database: string = SERVER_DATABASE): string {
  return `postgres://${SERVER_ROLE}:${password}@127.0.0.1:${port}/${database}`;
}

// The file that tells scripts and people where the database is.
function urlFile(home: string): string {
  return join(home, 'database-url');
}

export async function saveUrl(home: string, url: string): Promise<void> {
  await rename(await writeDraft(urlFile(home), url), urlFile(home));
}

/** The port of the last start, or null. */
export async function lastPort(home: string): Promise<number | null> {
  const url = await readIfThere(urlFile(home));
  return url !== null && URL.canParse(url) ? Number(new URL(url).port) : null;
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function writeDraft(path: string, text: string): Promise<string> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${text}\n`, { mode: OWNER_ONLY, flag: 'wx' });
  return draft;
}
