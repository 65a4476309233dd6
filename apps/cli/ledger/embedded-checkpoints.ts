import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckpointSettings } from '@ledtid/cases';
import { systemCodeOf } from '@ledtid/platform';
import { keepSecret } from '../start/secret-file';

/** The signing key and the export of the embedded default, made at the first call. */
export async function embeddedCheckpoints(dataDirectory: string): Promise<CheckpointSettings> {
  await mkdir(dataDirectory, { recursive: true });
  const text = await keepSecret(keyFile(dataDirectory), newKey);
  return { key: createPrivateKey(text), directory: exportDirectory(dataDirectory) };
}

/** The same key, when it has been made. */
export async function embeddedKey(dataDirectory: string): Promise<KeyObject | null> {
  const text = await textOf(keyFile(dataDirectory));
  return text === null ? null : createPrivateKey(text);
}

/** Whether a URL is that of the embedded database of a data directory. */
export async function isEmbedded(databaseUrl: string, dataDirectory: string): Promise<boolean> {
  return (await textOf(join(dataDirectory, 'database-url')))?.trim() === databaseUrl;
}

export function exportDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'checkpoints');
}

function keyFile(dataDirectory: string): string {
  return join(dataDirectory, 'checkpoint-key');
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}
