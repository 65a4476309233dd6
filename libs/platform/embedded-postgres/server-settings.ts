import { totalmem } from 'node:os';

const MEGABYTE = 1024 * 1024;

/**
 * Of the machine's memory what PostgreSQL may hold pages in: an eighth, at most 2 GB. With 256 MB reports over
 * 100,000 cases took up to 1.4 times as long, for they read more than a gigabyte. Taken only as pages are read.
 */
const SHARED_MEGABYTES = Math.min(2048, Math.max(128, Math.floor(totalmem() / MEGABYTE / 8)));

/** What every embedded server runs with, as `name=value`. Durable: nothing here trades safety for speed. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  // Sockets would lie in a path whose length the system limits, and TCP is needed anyhow.
  'unix_socket_directories=',
  'max_connections=200',
  `shared_buffers=${SHARED_MEGABYTES}MB`,
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
];

/** For databases that a test throws away: a crash of the machine may lose everything. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum_naptime=10s'];

/** Arguments of the server program. */
export function serverArguments(dataDirectory: string, port: number, fast: boolean): string[] {
  const settings = fast ? [...SETTINGS, ...FAST] : SETTINGS;
  return ['-D', dataDirectory, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

/** Who owns the databases, and the database that Ledtid's own tables are in. */
export const SERVER_ROLE = 'ledtid';
export const SERVER_DATABASE = 'ledtid';
