import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddedDocuments } from '../../api';
import { keepSecret } from '../start/secret-file';

/** The folder and the key of the embedded default, made at the first call. */
export async function embeddedDocuments(dataDirectory: string): Promise<EmbeddedDocuments> {
  await mkdir(dataDirectory, { recursive: true });
  const path = join(dataDirectory, 'document-key');
  const text = await keepSecret(path, () => randomBytes(32).toString('base64'));
  return { directory: join(dataDirectory, 'documents'), key: Buffer.from(text, 'base64') };
}
