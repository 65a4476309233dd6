import { defaultDocumentRules } from '@ledtid/documents';
import { keyEncryptionKeys } from '@ledtid/platform';
import type { DocumentSettings } from '../../apps/api';

/** Documents below a directory, as the product comes, without a scanner. */
export function newDocumentSettings(directory: string): DocumentSettings {
  const keys = keyEncryptionKeys(Buffer.alloc(32, 7), []);
  return { vault: { directory, keys }, rules: defaultDocumentRules, scanner: null };
}
