// Starts the embedded default in an empty folder and treats it as people do: waits until it is ready, drafts a
// case, kills it without warning, starts it again, looks for the case, interrupts it as Ctrl-C does, verifies the
// ledger, and looks for processes left behind. Exit 0 when all of it held.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const READY_WITHIN = 60_000;
const GONE_WITHIN = 15_000;

const directory = mkdtempSync(join(tmpdir(), 'ledtid-start-up-'));
const port = await freePort();
const faults = [];

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  await once(server, 'close');
  return free;
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

async function isReady() {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    // Nobody listens yet; the limit of `until` decides when that is a failure.
    return false;
  }
}

/** Processes whose command line names the data directory: PostgreSQL is started with it. */
function processesOf() {
  const { stdout } = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(directory));
}

const hasEnded = (server) => server.exitCode !== null || server.signalCode !== null;

async function start(name) {
  const args = ['bin/ledtid.mjs', 'start', '--port', `${port}`, '--data-dir', directory];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const ready = await until(async () => hasEnded(server) || (await isReady()), READY_WITHIN);
  if (ready === null || hasEnded(server)) faults.push(`the ${name} start did not become ready`);
  else console.log(`Ready after ${ready} ms (${name} start).`);
  return server;
}

async function stop(server, signal) {
  server.kill(signal);
  if ((await until(() => hasEnded(server), GONE_WITHIN)) !== null) return;
  faults.push(`it did not stop by ${signal}`);
  server.kill('SIGKILL');
  await until(() => hasEnded(server), GONE_WITHIN);
}

function ledtid(...args) {
  const all = ['bin/ledtid.mjs', ...args, '--data-dir', directory];
  return spawnSync(process.execPath, all, { encoding: 'utf8' });
}

async function ask(path, options = {}) {
  const token = ledtid('token', '--as', 'applicant').stdout.trim();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { headers, ...options });
  return { status: answer.status, body: await answer.json() };
}

/** The id of a draft that the server says it has taken. */
async function draft() {
  const body = JSON.stringify({ workflow: 'access-application', form: { projectName: 'Start-up' } });
  const { status, body: made } = await ask('/cases', { method: 'POST', body });
  if (status !== 201) faults.push(`a draft was answered with ${status}`);
  return made.id;
}

const first = await start('first');
const id = faults.length === 0 ? await draft() : null;
await stop(first, 'SIGKILL');
if (id !== null) {
  const second = await start('second');
  const { status, body } = await ask(`/cases/${id}`);
  if (status !== 200 || body.form?.projectName !== 'Start-up')
    faults.push('a case was lost with the process');
  await stop(second, 'SIGINT');
  if (second.exitCode !== 0) faults.push(`it ended with ${second.exitCode ?? second.signalCode}`);
  const verified = ledtid('verify');
  if (verified.status !== 0) faults.push(`the ledger does not verify: ${verified.stdout}${verified.stderr}`);
}
if ((await until(() => processesOf().length === 0, 5000)) === null) {
  faults.push(`it left processes behind:\n${processesOf().join('\n')}`);
}
if (faults.length === 0) rmSync(directory, { recursive: true, force: true });
for (const fault of faults) console.error(`Start-up: ${fault} (data in ${directory}).`);
process.exitCode = faults.length === 0 ? 0 : 1;
