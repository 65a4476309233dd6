import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type KeyEncryptionKeys, requiredSetting } from '@ledtid/platform';
import { FolderKeyStore, PermitKeys } from '@ledtid/release';
import type { Context } from '../context';
import { isOwn } from '../ledger/ledger-settings';
import { keepSecret } from '../start/secret-file';

/** The keys of permits where the worker of this context keeps them. Throws `configuration-invalid`. */
export async function permitKeys(context: Context): Promise<PermitKeys> {
  return new PermitKeys(new FolderKeyStore(keysFolder(context.dataDirectory)), await wrappedBy(context));
}

async function wrappedBy(context: Context): Promise<KeyEncryptionKeys> {
  const { settings, dataDirectory } = context;
  if (settings.keyEncryptionKey === null && (await isOwn(context)))
    return embeddedKeyEncryptionKeys(dataDirectory);
  return { current: 'configured', keys: { configured: requiredSetting(settings, 'keyEncryptionKey') } };
}

/** What the embedded default wraps the keys of permits with, made at the first call. */
export async function embeddedKeyEncryptionKeys(dataDirectory: string): Promise<KeyEncryptionKeys> {
  const key = await keepSecret(join(dataDirectory, 'key-encryption-key'), () =>
    randomBytes(32).toString('base64'),
  );
  return { current: 'embedded', keys: { embedded: Buffer.from(key, 'base64') } };
}

export function keysFolder(dataDirectory: string): string {
  return join(dataDirectory, 'permit-keys');
}
