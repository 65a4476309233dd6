import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'ledtid-test-';

/** `ledtid-test-<process>-<random>`: the name says who must be alive for it to be in use. */
export async function newTestDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  await chmod(directory, 0o711);
  return directory;
}

/** Ends and removes what test runs left behind that were killed before they could clean up. */
export async function clearAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : null;
    if (owner !== null && !isAlive(owner)) await clear(join(tmpdir(), name));
  }
}

async function clear(directory: string): Promise<void> {
  const entry = join(directory, 'postgres');
  if (existsSync(entry)) {
    const data = await realpath(entry);
    const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
    if (pid > 0 && isAlive(pid)) process.kill(pid, 'SIGQUIT');
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
