import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { newTestDirectory } from '../../../test/support/test-directory';
import { startEmbeddedPostgres } from './embedded-postgres';
import { isAlive, readPostmaster } from './postmaster';
import type { RunningPostgres } from './running-postgres';

const root = join(__dirname, '../../..');

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  let running: RunningPostgres[];
  let children: ChildProcess[];

  beforeEach(async () => {
    dataDir = await newTestDirectory();
    running = [];
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    for (const server of running) await server.stop();
    const left = await readPostmaster(join(dataDir, 'postgres'));
    await rm(dataDir, { recursive: true, force: true });
    expect(left).toBeNull();
  });

  async function start(): Promise<RunningPostgres> {
    const server = await startEmbeddedPostgres({ dataDir });
    running.push(server);
    return server;
  }

  /** Starts it in a Node of its own; resolves when that Node has written its row. */
  async function startElsewhere(end: 'wait' | 'throw'): Promise<ChildProcess> {
    const script = join(root, 'test/support/embedded-postgres.fixture.ts');
    const register = join(root, 'scripts/register-typescript.cjs');
    const child = spawn(process.execPath, ['-r', register, script, dataDir, end], {
      stdio: ['ignore', 'pipe', end === 'throw' ? 'ignore' : 'inherit'],
    });
    children.push(child);
    await once(createInterface(child.stdout!), 'line');
    return child;
  }

  async function postmasterPid(): Promise<number> {
    return (await readPostmaster(join(dataDir, 'postgres')))!.pid;
  }

  it('is adopted with its data when the Node that started it was killed', async () => {
    const child = await startElsewhere('wait');
    const pid = await postmasterPid();
    child.kill('SIGKILL');
    await once(child, 'exit');

    const server = await start();
    expect(server.started).toBe(false);
    expect(await postmasterPid()).toBe(pid);
    expect(await keptRows(server.url)).toEqual(['written before the end']);
    await server.stop();
    expect(await isAlive(pid)).toBe(false);
  });

  it('recovers every committed row when Node and server were both killed', async () => {
    const child = await startElsewhere('wait');
    const pid = await postmasterPid();
    process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const server = await start();
    expect(server.started).toBe(true);
    expect(await keptRows(server.url)).toEqual(['written before the end']);
  });

  it('ends with a process that ends by an uncaught error', async () => {
    const child = await startElsewhere('throw');
    await once(child, 'exit');
    const server = await start();
    expect(server.started).toBe(true);
    expect(await keptRows(server.url)).toEqual(['written before the end']);
  });

  it('is started anew when its former owner has just told it to stop', async () => {
    const first = await start();
    const pid = await postmasterPid();
    process.kill(pid, 'SIGINT');
    const second = await start();
    expect(second.started).toBe(true);
    expect(await postmasterPid()).not.toBe(pid);
    await first.stop();
    expect(await keptRows(second.url, 'SELECT 1 AS what')).toEqual([1]);
  });

  it('keeps its data and its port from one start to the next', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept (what text)');
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await keptRows(second.url)).toEqual([]);
  });

  it('takes another port when the former one is taken', async () => {
    const first = await start();
    await first.stop();
    const { createServer } = await import('node:net');
    const squatter = createServer().listen(first.port, '127.0.0.1');
    await once(squatter, 'listening');
    const second = await start();
    squatter.close();
    expect(second.port).not.toBe(first.port);
    expect((await readFile(join(dataDir, 'database-url'), 'utf8')).trim()).toBe(second.url);
  });

  it('starts beside a pid file whose number now belongs to another process', async () => {
    const first = await start();
    await first.stop();
    const stale = `${process.pid}\n${first.dataDirectory}\n1\n${first.port}\n\n127.0.0.1\n\nready\n`;
    await writeFile(join(first.dataDirectory, 'postmaster.pid'), stale);
    const second = await start();
    expect(second.started).toBe(true);
  });

  it('is one server when two start at once on an empty directory', async () => {
    const servers = await Promise.all([start(), start()]);
    expect(servers.map((server) => server.started).sort()).toEqual([false, true]);
    expect(servers[0]?.url).toBe(servers[1]?.url);
  });

  it('is left running by a command that adopted it, and by its starter while somebody is connected', async () => {
    const server = await start();
    const adopted = await start();
    await adopted.release();
    expect(await keptRows(server.url, 'SELECT 1 AS what')).toEqual([1]);

    const other = new Client({ connectionString: server.url });
    await other.connect();
    await server.release();
    expect((await other.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await other.end();
    await start();
  });

  it('is stopped by the command that started it when nobody else uses it', async () => {
    const server = await start();
    const pid = await postmasterPid();
    await server.release();
    expect(await isAlive(pid)).toBe(false);
  });

  it('shows its password to nobody else and listens on this machine only', async () => {
    const server = await start();
    const modes = await Promise.all(
      ['database-url', 'database-password', 'postgres.log'].map((name) => stat(join(dataDir, name))),
    );
    expect(modes.map((found) => found.mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
    expect(await keptRows(server.url, `SELECT current_setting('listen_addresses') AS what`)).toEqual([
      '127.0.0.1',
    ]);
    const wrong = new URL(server.url);
    wrong.password = 'guessed';
    await expect(query(wrong.toString(), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });
});

async function keptRows(url: string, sql = 'SELECT what FROM kept'): Promise<unknown[]> {
  return (await query(url, sql)).map((row) => row.what);
}

async function query(url: string, sql: string): Promise<{ what: unknown }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ what: unknown }>(sql)).rows;
  } finally {
    await client.end();
  }
}
