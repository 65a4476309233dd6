import { resolve } from 'node:path';
import {
  Clamav,
  type VaultSettings,
  clamavSettings,
  defaultDocumentRules,
  loadDocumentRules,
} from '@ledtid/documents';
import { type Settings, keyEncryptionKeys, requiredSetting } from '@ledtid/platform';
import type { DocumentSettings } from './documents-provider';

/** What the embedded default has of its own. */
export interface EmbeddedDocuments {
  readonly directory: string;
  readonly key: Buffer;
}

/** Null where no folder is configured: then no documents are taken. Throws `configuration-invalid`. */
export function documentSettings(settings: Settings): DocumentSettings | null;
export function documentSettings(settings: Settings, own: EmbeddedDocuments): DocumentSettings;
export function documentSettings(settings: Settings, own?: EmbeddedDocuments): DocumentSettings | null {
  if (own === undefined && settings.documentDirectory === null) return null;
  const { documentRules, clamav } = settings;
  return {
    vault: documentVault(settings, own),
    rules: documentRules === null ? defaultDocumentRules : loadDocumentRules(documentRules),
    scanner: clamav === null ? null : new Clamav(clamavSettings(clamav)),
  };
}

/** Where the bytes lie and what opens them. Throws `configuration-invalid`. */
export function documentVault(settings: Settings, own?: EmbeddedDocuments): VaultSettings {
  const directory =
    settings.documentDirectory ?? own?.directory ?? requiredSetting(settings, 'documentDirectory');
  const key = settings.documentKey ?? own?.key ?? requiredSetting(settings, 'documentKey');
  const earlier = [...(settings.documentEarlierKeys ?? []), ...(own ? [own.key] : [])];
  return { directory: resolve(directory), keys: keyEncryptionKeys(key, earlier) };
}
