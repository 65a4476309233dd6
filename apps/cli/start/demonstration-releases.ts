import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_HOLDERS } from '@ledtid/access';
import {
  DEMONSTRATION_DESCRIPTIONS,
  demonstrationRows,
  demonstrationSelection,
  loadHolderTables,
  writeHolderFolder,
  writeOptOuts,
} from '@ledtid/release';
import { type TimeSource, addDays, civilDateOf } from '@ledtid/time';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { Client } from 'pg';
import type { ReleaseSettings } from '../../worker';
import { damageFirstDelivery } from './damage-first-delivery';
import { embeddedKeyEncryptionKeys, keysFolder } from '../keys/permit-keys';
import { keepSecret } from './secret-file';

/** A database of the first holder's own, beside Ledtid's, on the embedded server. */
const HOLDER_DATABASE = 'region_norr';
const SCHEMA = 'holder_one';

interface Parts {
  readonly dataDirectory: string;
  readonly databaseUrl: string;
  readonly time: TimeSource;
}

/**
 * Everything that the demonstration's releases need: two data holders with invented persons (a database and a
 * folder), the opt-out list, the environment's folder and key. Made at the first start, then kept.
 */
export async function demonstrationReleases({
  dataDirectory,
  databaseUrl,
  time,
}: Parts): Promise<ReleaseSettings> {
  const place = (...names: string[]) => join(dataDirectory, 'demonstration', ...names);
  await mkdir(place('environment'), { recursive: true, mode: 0o700 });
  const holder = await holderDatabase(databaseUrl);
  if (!existsSync(place('opt-outs', 'opt-outs.csv'))) await writeSources(holder, place, time);
  const identity = await keepSecret(place('environment', 'identity'), generateIdentity);
  const { disclosure } = demonstrationSelection('any');
  return {
    area: join(dataDirectory, 'releases'),
    keys: {
      folder: keysFolder(dataDirectory),
      keyEncryptionKeys: await embeddedKeyEncryptionKeys(dataDirectory),
    },
    environment: { folder: packagesFolder(dataDirectory), recipient: await identityToRecipient(identity) },
    holders: {
      [DEMO_HOLDERS.one]: { source: { kind: 'postgresql', connectionString: holder, schema: SCHEMA } },
      [DEMO_HOLDERS.two]: { source: { kind: 'csv-folder', folder: place('holder-two') } },
    },
    optOuts: [
      {
        kind: 'article-71',
        source: { kind: 'csv-folder', folder: place('opt-outs') },
        table: 'opt-outs',
        identifierFormat: 'personnummer',
      },
    ],
    datasets: DEMONSTRATION_DESCRIPTIONS,
    ...(disclosure && { disclosure }),
    transport: damageFirstDelivery,
  };
}

/** Where the environment of the demonstration keeps the packages that it was given. */
export function packagesFolder(dataDirectory: string): string {
  return join(dataDirectory, 'demonstration', 'environment', 'packages');
}

/** The opt-outs come last: where they lie, the rest does. */
async function writeSources(
  holder: string,
  place: (...names: string[]) => string,
  time: TimeSource,
): Promise<void> {
  const rows = demonstrationRows();
  await loadHolderTables(holder, SCHEMA, rows);
  await writeHolderFolder(place('holder-two'), rows);
  // Later than any permit that somebody may see issued here, so that it never counts.
  await writeOptOuts(place('opt-outs'), rows, addDays(civilDateOf(time.now()), 365));
}

async function holderDatabase(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [HOLDER_DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${HOLDER_DATABASE}`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(databaseUrl), { pathname: `/${HOLDER_DATABASE}` }).href;
}
