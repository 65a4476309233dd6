import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renameIntoPlace } from '../files';
import { DATA_FOLDER, type ManifestDataset } from '../extraction/manifest';
import { encryptFile } from './age-file';
import { writeBag } from './bag';
import { CRATE_FILE, crateOf, type CrateDescription } from './crate';

export interface Sealing {
  /** Folder with the prepared files. */
  prepared: string;
  /** Private folder for the metadata before it is encrypted. */
  scratch: string;
  /** The environment's folder, and the package's name in it. */
  target: string;
  name: string;
  recipient: string;
  crate: CrateDescription;
}

/**
 * Seals a package: every file encrypted to the environment, then checksums, then one rename, so that the
 * environment never sees half a package. Leftovers of killed runs are encrypted, and removed here.
 */
export async function seal(sealing: Sealing): Promise<void> {
  await mkdir(sealing.target, { recursive: true });
  const partial = await mkdtemp(join(sealing.target, `.${sealing.name}.partial-`));
  await mkdir(join(partial, DATA_FOLDER));
  for (const dataset of sealing.crate.datasets) await encryptDataset(dataset, sealing, partial);
  const metadata = join(sealing.scratch, CRATE_FILE);
  await writeFile(metadata, crateOf(sealing.crate), { mode: 0o600 });
  await encryptFile(metadata, join(partial, DATA_FOLDER, `${CRATE_FILE}.age`), sealing.recipient);
  await writeBag(partial, bagInfo(sealing.crate));
  await renameIntoPlace(partial, join(sealing.target, sealing.name));
  const leftovers = (await readdir(sealing.target)).filter((name) =>
    name.startsWith(`.${sealing.name}.partial-`),
  );
  for (const name of leftovers) await rm(join(sealing.target, name), { recursive: true, force: true });
}

async function encryptDataset(dataset: ManifestDataset, sealing: Sealing, partial: string): Promise<void> {
  await encryptFile(
    join(sealing.prepared, dataset.file),
    join(partial, `${dataset.file}.age`),
    sealing.recipient,
  );
}

function bagInfo(crate: CrateDescription): Record<string, string> {
  return {
    'External-Identifier': crate.release,
    'External-Description': crate.title,
    'Bagging-Date': crate.packagedAt.slice(0, 10),
    'Bag-Software-Agent': 'Ledtid',
  };
}
