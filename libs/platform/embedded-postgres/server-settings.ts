/** What every embedded server runs with, as `name=value`. Durable: nothing here trades safety for speed. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  // Sockets would lie in a path whose length the system limits, and TCP is needed anyhow.
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
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
