import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PlatformError, systemCodeOf } from '../platform-error';
import { type Postmaster, isAlive, readPostmaster } from './postmaster';
import { serverEnvironment } from './server-environment';
import type { ServerPlan } from './server-plan';
import { serverArguments } from './server-settings';
import { waitUntil } from './wait-until';

const LOG_LIMIT_BYTES = 10_000_000;
const START_SECONDS = 120;
const STOP_SECONDS = 30;
const LINES_SHOWN = 15;

export type Launch = { postmaster: Postmaster; child: ChildProcess } | { failed: string };

/**
 * Starts the server and waits until it takes connections (recovery after a crash included). It is detached:
 * Ctrl-C in a terminal goes to the whole process group, and the database must outlive the requests in flight.
 */
export async function launch(plan: ServerPlan, dataDirectory: string, port: number): Promise<Launch> {
  const { place, binaries, fast } = plan;
  const log = await openLog(place.home);
  const child = spawn(binaries.postgres, serverArguments(dataDirectory, port, fast), {
    ...place.user,
    cwd: dataDirectory,
    env: serverEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.file.fd, log.file.fd],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`It ended with ${signal ?? code}.`));
  });
  child.unref();
  await log.file.close();
  const outcome = await Promise.race([untilReady(dataDirectory, child), ended]);
  if (outcome !== null && typeof outcome === 'object') return { postmaster: outcome, child };
  return { failed: `${outcome ?? 'It took too long.'} ${await tail(place.home, log.from)}` };
}

function untilReady(dataDirectory: string, child: ChildProcess): Promise<Postmaster | null> {
  return waitUntil(async () => {
    if (child.pid === undefined || child.exitCode !== null) return null;
    const found = await readPostmaster(dataDirectory);
    return found?.pid === child.pid && found.ready ? found : null;
  }, START_SECONDS);
}

async function openLog(home: string) {
  const path = join(home, 'postgres.log');
  const size = await stat(path).then(
    (found) => found.size,
    (error: unknown) => {
      if (systemCodeOf(error) === 'ENOENT') return 0;
      throw error;
    },
  );
  const full = size > LOG_LIMIT_BYTES;
  return { file: await open(path, full ? 'w' : 'a', 0o600), from: full ? 0 : size };
}

async function tail(home: string, from: number): Promise<string> {
  const said = (await readFile(join(home, 'postgres.log'))).subarray(from).toString('utf8');
  return said.trim().split('\n').slice(-LINES_SHOWN).join('\n');
}

/**
 * Stops a server and waits for its end: first politely (open transactions are rolled back, a checkpoint is
 * written), then at once (the next start recovers). Throws `embedded-postgres-would-not-stop`.
 */
export async function terminate(pid: number, polite: boolean): Promise<void> {
  const signals: NodeJS.Signals[] = polite ? ['SIGINT', 'SIGQUIT'] : ['SIGQUIT'];
  for (const signal of signals) {
    if (!sendSignal(pid, signal)) return;
    const gone = await waitUntil(async () => ((await isAlive(pid)) ? null : true), STOP_SECONDS);
    if (gone) return;
  }
  throw new PlatformError(
    'embedded-postgres-would-not-stop',
    `PostgreSQL (process ${pid}) still runs ${STOP_SECONDS} s after it was told to stop at once.`,
    'Look at postgres.log in the data directory and end the process by hand.',
  );
}

/** False where the process is no longer there. */
export function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (systemCodeOf(error) === 'ESRCH') return false;
    throw error;
  }
}
