import { execFile } from 'node:child_process';
import { mkdir, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PlatformError, systemCodeOf } from '../platform-error';
import { type ServerHome, makeNursery, needsLink } from './home';
import { serverEnvironment } from './server-environment';
import type { ServerPlan } from './server-plan';
import { SERVER_ROLE } from './server-settings';
import { giveTo } from './server-user';

const execute = promisify(execFile);

const TAKEN = ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'];

/**
 * The data directory, made on first use. It grows in a directory of its own and takes its name when whole:
 * a start that was killed leaves nothing that looks like a database, and of two first starts one wins.
 */
export async function ensureCluster(plan: ServerPlan): Promise<string> {
  const { place } = plan;
  if (place.dataDirectory !== null) return place.dataDirectory;
  const nursery = await makeNursery(place);
  const data = join(nursery, 'data');
  await initialise(nursery, data, plan);
  await settle(place, nursery, data).catch(async (error: unknown) => {
    if (!TAKEN.includes(systemCodeOf(error) ?? '')) throw error;
    await rm(nursery, { recursive: true, force: true });
  });
  return realpath(place.entry);
}

async function settle(place: ServerHome, nursery: string, data: string): Promise<void> {
  if (await needsLink(place)) {
    await symlink(data, place.entry);
    return;
  }
  await rename(data, place.entry);
  await rm(nursery, { recursive: true, force: true });
}

async function initialise(nursery: string, data: string, plan: ServerPlan): Promise<void> {
  const { place, password, fast } = plan;
  const passwordFile = join(nursery, 'password');
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await Promise.all([giveTo(place.user, data), giveTo(place.user, passwordFile)]);
  const options = { ...place.user, cwd: data, env: serverEnvironment(), windowsHide: true };
  try {
    await execute(plan.binaries.initdb, initialiseArguments(data, passwordFile, fast), options);
  } catch (error) {
    await rm(nursery, { recursive: true, force: true });
    throw notInitialised(data, error);
  }
  await rm(passwordFile);
}

// The built-in locale sorts and folds the same on every system, whatever locales are installed there.
function initialiseArguments(data: string, passwordFile: string, fast: boolean): string[] {
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = [`--username=${SERVER_ROLE}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  return [`--pgdata=${data}`, ...locale, ...access, '--no-instructions', ...(fast ? ['--no-sync'] : [])];
}

function notInitialised(data: string, error: unknown): PlatformError {
  const said = (error as { stderr?: string }).stderr?.trim() ?? '';
  return new PlatformError(
    'embedded-postgres-not-initialised',
    `PostgreSQL could not make a database in ${data}: ${said === '' ? String(error) : said}`,
    'Check free space and permissions there, or set DATABASE_URL to a PostgreSQL of your own.',
    { cause: error },
  );
}
