import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DATA_FOLDER } from '../extraction/manifest';
import { done, type Outcome } from '../outcome';
import { decryptFile } from './age-file';
import { verifyBag } from './bag';
import { CRATE_FILE } from './crate';

/**
 * The environment's side: checks a sealed package and opens it with the environment's age identity.
 * Yields the opened files: `ro-crate-metadata.json` and what it describes. Refusals of `verifyBag`; fault
 * `not-decrypted`.
 */
export async function openPackage(
  folder: string,
  identity: string,
  into: string,
): Promise<Outcome<string[]>> {
  const bag = await verifyBag(folder);
  if (!bag.done) return bag;
  const opened: string[] = [];
  for (const name of bag.value.files) {
    const plain = name.replace(/\.age$/, '');
    // RO-Crate wants its metadata in the root; inside the sealed bag it is payload like the rest.
    const path = join(into, plain === `${DATA_FOLDER}/${CRATE_FILE}` ? CRATE_FILE : plain);
    await mkdir(dirname(path), { recursive: true });
    await decryptFile(join(folder, name), path, identity);
    opened.push(path);
  }
  return done(opened);
}
