import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PlatformError } from '../platform-error';
import { type PostgresBinaries, canBeCompleted, copyBinaries, locateBinaries } from './binaries';
import { ensureCluster } from './cluster';
import { keepPassword, lastPort, readPassword, saveUrl, serverUrl } from './credentials';
import { findFreePort } from './free-port';
import { type ServerHome, openHome } from './home';
import { type Postmaster, isAlive, isAnyoneAtWork, isServerOf, readPostmaster } from './postmaster';
import { RunningPostgres } from './running-postgres';
import { launch } from './server-process';
import type { ServerPlan } from './server-plan';
import { confirmServer } from './server-session';
import { canReach } from './server-user';
import { waitUntil } from './wait-until';

export interface EmbeddedPostgresOptions {
  /** Where Ledtid keeps everything of an embedded server. Default `.ledtid` in the working directory. */
  dataDir?: string;
  /** For databases that are thrown away: does not wait for the disk, stops without a checkpoint. */
  fast?: boolean;
}

const ATTEMPTS = 5;
const READY_SECONDS = 120;

/**
 * A real PostgreSQL on 127.0.0.1, its data in `<dataDir>/postgres`, its URL in `<dataDir>/database-url`.
 *
 * | what is there                                        | what happens                            |
 * |------------------------------------------------------|-----------------------------------------|
 * | nothing                                              | a database is made, the server started  |
 * | data, no server                                      | started; recovers after a crash         |
 * | data and its server (a former Node died, a second starts) | adopted: `started` is false        |
 * | data and a pid file of a process that is another     | the file is removed, the server started |
 * | two starts at once                                   | one starts it, the other adopts it      |
 *
 * Throws `PlatformError` with a code that begins with `embedded-postgres-`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions = {}): Promise<RunningPostgres> {
  const plan = await makePlan(options);
  const dataDirectory = await ensureCluster(plan);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = await startOrAdopt(plan, dataDirectory);
    const url = serverUrl(found.postmaster.port, plan.password);
    const running = new RunningPostgres({ url, dataDirectory, fast: plan.fast, ...found });
    if (await isConfirmed(running, plan)) {
      await saveUrl(plan.place.home, url);
      return running;
    }
  }
  throw notReady(`The PostgreSQL on ${dataDirectory} goes away whenever it is found`);
}

/**
 * False for a server that its former owner has just told to stop: for a moment it still looks ready, and the
 * next round waits for its end.
 */
async function isConfirmed(running: RunningPostgres, plan: ServerPlan): Promise<boolean> {
  try {
    const confirmed = await confirmServer(running.port, plan.password, running.dataDirectory);
    if (!confirmed) running.letGo();
    return confirmed;
  } catch (error) {
    if (running.started) await running.stop();
    throw error;
  }
}

async function makePlan(options: EmbeddedPostgresOptions): Promise<ServerPlan> {
  const place = await openHome(options.dataDir ?? '.ledtid');
  const password = await (place.dataDirectory === null ? keepPassword(place.home) : readPassword(place.home));
  return { place, password, binaries: await usableBinaries(place), fast: options.fast ?? false };
}

async function usableBinaries(place: ServerHome): Promise<PostgresBinaries> {
  const shipped = await locateBinaries();
  const reachable = await canReach(place.user, shipped.packageDirectory);
  return reachable && (await canBeCompleted(shipped)) ? shipped : copyBinaries(shipped, place.ground);
}

type Found = { postmaster: Postmaster; started: boolean };

async function startOrAdopt(plan: ServerPlan, dataDirectory: string): Promise<Found> {
  let preferred = await lastPort(plan.place.home);
  let failure = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const running = await findRunning(dataDirectory);
    if (running !== null) return { postmaster: running, started: false };
    const launched = await launch(plan, dataDirectory, await findFreePort(preferred));
    if ('postmaster' in launched) return { postmaster: launched.postmaster, started: true };
    failure = launched.failed;
    // The port may have been taken since it was found free, or another start may have been faster.
    preferred = null;
  }
  throw new PlatformError(
    'embedded-postgres-did-not-start',
    `PostgreSQL did not start on ${dataDirectory}: ${failure}`,
    'Look at postgres.log in the data directory; set DATABASE_URL to use a PostgreSQL of your own.',
  );
}

/** The server that runs on this directory, once it is ready; null when none does and one may be started. */
async function findRunning(dataDirectory: string): Promise<Postmaster | null> {
  const state = await waitUntil(async () => {
    const found = await readPostmaster(dataDirectory);
    if (found === null) return 'none';
    if (!(await isAlive(found.pid)) || !(await isServerOf(found.pid, dataDirectory))) return 'dead';
    return found.ready ? found : null;
  }, READY_SECONDS);
  if (state === 'dead') await clearAfterDeath(dataDirectory);
  if (state !== null && typeof state === 'object') return state;
  if (state !== null) return null;
  throw notReady(`A PostgreSQL runs on ${dataDirectory} but has not become ready after ${READY_SECONDS} s`);
}

/**
 * PostgreSQL clears away the pid file of a dead server itself, but not where that number is another process
 * now or one that nobody has waited for. The file is also what keeps a new server from the data while
 * processes of the old one still write, so they are waited for before it goes.
 */
async function clearAfterDeath(dataDirectory: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const alone = await waitUntil(
    async () => ((await isAnyoneAtWork(dataDirectory)) ? null : true),
    READY_SECONDS,
  );
  if (alone === null)
    throw notReady(`Processes of a dead server still work in ${dataDirectory} after ${READY_SECONDS} s`);
  await rm(join(dataDirectory, 'postmaster.pid'), { force: true });
}

function notReady(what: string): PlatformError {
  return new PlatformError(
    'embedded-postgres-not-ready',
    `${what}.`,
    'Look at postgres.log in the data directory, end those processes by hand, and start again.',
  );
}
