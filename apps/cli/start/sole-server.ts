import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { CommandError } from '../problem';

// Any number will do that no other part of the product locks by.
const LOCK = 4_217_001;
/** A server that was killed holds the lock until its database has noticed. */
const PATIENCE = { tries: 20, milliseconds: 250 };

/**
 * Makes sure that one server at a time runs on a data directory: the second would stop the database under the
 * first. The lock lives in a connection, so that no way of dying leaves it behind. Yields how to give it back.
 * Throws `already-running`.
 */
export async function becomeSoleServer(
  databaseUrl: string,
  patience = PATIENCE,
): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'ledtid-start' });
  // Stopping the database ends this connection as well; without a listener that would end the process.
  client.on('error', () => undefined);
  await client.connect();
  for (let tried = 0; tried < patience.tries; tried += 1) {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [LOCK]);
    if (rows[0]?.got === true) return () => client.end();
    await pause(patience.milliseconds);
  }
  await client.end();
  throw new CommandError(
    'already-running',
    'A server runs on this data directory already.',
    'Stop it, or give this one a --data-dir and --port of its own.',
  );
}
