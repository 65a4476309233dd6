import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { Client } from 'pg';

/** Which code ran, and on what. */
export interface Surroundings {
  /** The commit that was measured; null outside a clone. */
  readonly commit: string | null;
  /** Whether tracked files differed from it. */
  readonly modified: boolean;
  readonly node: string;
  readonly machine: { readonly cores: number; readonly processor: string; readonly memoryBytes: number };
}

/** The same, with the database. */
export interface Environment extends Surroundings {
  readonly postgresql: string;
  /** The server's settings that decide how durable a commit is. */
  readonly durability: Readonly<Record<string, string>>;
}

const DURABILITY = [
  ...['fsync', 'synchronous_commit', 'full_page_writes', 'wal_level', 'wal_sync_method', 'wal_buffers'],
  ...['commit_delay', 'max_wal_size', 'checkpoint_timeout', 'shared_buffers'],
];

export async function describeEnvironment(databaseUrl: string): Promise<Environment> {
  const { version, settings } = await describeServer(databaseUrl);
  return { ...describeSurroundings(), postgresql: version, durability: settings };
}

export function describeSurroundings(): Surroundings {
  const commit = git('rev-parse', 'HEAD');
  const changed = commit === null ? '' : git('status', '--porcelain', '--untracked-files=no');
  return {
    ...{ commit, modified: changed !== '', node: process.version },
    machine: {
      ...{ cores: availableParallelism(), memoryBytes: totalmem() },
      processor: cpus()[0]?.model.trim() ?? 'unknown',
    },
  };
}

/** Null where there is no clone, or no git: then the result names no commit. */
function git(...parameters: string[]): string | null {
  try {
    const output = execFileSync('git', parameters, {
      ...{ cwd: __dirname, encoding: 'utf8' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.trim();
  } catch {
    return null;
  }
}

async function describeServer(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const version = await client.query<{ version: string }>(
      `SELECT current_setting('server_version') AS version`,
    );
    const settings = await client.query<{ name: string; value: string }>(
      'SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY($1) ORDER BY name',
      [DURABILITY],
    );
    return {
      version: version.rows[0]?.version ?? 'unknown',
      settings: Object.fromEntries(settings.rows.map(({ name, value }) => [name, value])),
    };
  } finally {
    await client.end();
  }
}
