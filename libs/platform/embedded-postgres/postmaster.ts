import { readFile, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '../platform-error';

/** What `postmaster.pid` of a data directory says. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

const PORT_LINE = 3;
const STATUS_LINE = 7;

/** The server that claims the data directory, or null where none does or its file is only half written. */
export async function readPostmaster(dataDirectory: string): Promise<Postmaster | null> {
  const text = await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  });
  const lines = text?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[PORT_LINE] ?? 0), ready: lines[STATUS_LINE]?.trim() === 'ready' };
}

/** Whether a process still runs. One that ended and that nobody has waited for does not count. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return systemCodeOf(error) === 'EPERM';
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(status);
}

/**
 * Whether the living process `pid` is the server of this data directory. After a restart of the machine or
 * the container the number may belong to anything: PostgreSQL would refuse to start beside it, for ever.
 * Where the system does not tell, the answer is yes: two servers on one directory would destroy it.
 */
export async function isServerOf(pid: number, dataDirectory: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const home = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (home === null && command === '') return isAlive(pid);
  return home === dataDirectory || command.split('\0').includes(dataDirectory);
}

/** Whether any process of a PostgreSQL works in the data directory. Linux only; elsewhere false. */
export async function isAnyoneAtWork(dataDirectory: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const answers = await Promise.all(pids.map((pid) => worksIn(pid, dataDirectory)));
  return answers.includes(true);
}

async function worksIn(pid: string, dataDirectory: string): Promise<boolean> {
  const home = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (home !== dataDirectory) return false;
  // A shell of somebody who looks around there does no harm.
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === 'postgres';
}
