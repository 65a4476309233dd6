// Starts the embedded default in an empty folder, waits until it is ready, interrupts it as Ctrl-C does, and
// looks for processes left behind. Exit 0 when all of it held.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const READY_WITHIN = 60_000;
const GONE_WITHIN = 15_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Milliseconds until `test` gave true; null when it did not within `limit`. */
async function until(test, limit) {
  const start = performance.now();
  while (performance.now() - start < limit) {
    if (await test()) return Math.round(performance.now() - start);
    await pause(100);
  }
  return null;
}

async function isReady(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    // Nobody listens yet; the limit of `until` decides when that is a failure.
    return false;
  }
}

/** Processes whose command line names the data directory: PostgreSQL is started with it. */
function processesOf(directory) {
  const { stdout } = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(directory));
}

const directory = mkdtempSync(join(tmpdir(), 'ledtid-start-up-'));
const port = await freePort();
const server = spawn(
  process.execPath,
  ['bin/ledtid.mjs', 'start', '--port', `${port}`, '--data-dir', directory],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
const exited = once(server, 'exit');
const faults = [];

const ready = await until(async () => server.exitCode !== null || (await isReady(port)), READY_WITHIN);
if (ready === null || server.exitCode !== null) faults.push('it did not become ready');
else console.log(`Ready after ${ready} ms.`);

server.kill('SIGINT');
if ((await until(() => server.exitCode !== null || server.signalCode !== null, GONE_WITHIN)) === null) {
  faults.push('it did not stop when interrupted');
  server.kill('SIGKILL');
}
await exited;
if ((await until(() => processesOf(directory).length === 0, 5000)) === null) {
  faults.push(`it left processes behind:\n${processesOf(directory).join('\n')}`);
}
if (faults.length === 0) rmSync(directory, { recursive: true, force: true });
for (const fault of faults) console.error(`Start-up: ${fault} (data in ${directory}).`);
process.exitCode = faults.length === 0 ? 0 : 1;
