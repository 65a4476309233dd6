import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileDigest } from '../digest';
import { DATA_FOLDER } from '../extraction/manifest';
import { done, type Outcome, refusal, refused } from '../outcome';
import { fileErrorCode } from '../release-fault';

const PAYLOAD_MANIFEST = 'manifest-sha256.txt';
const TAG_MANIFEST = 'tagmanifest-sha256.txt';
const TAG_FILES = ['bag-info.txt', 'bagit.txt', PAYLOAD_MANIFEST];

/**
 * Makes a folder whose payload lies in `data/` a bag (BagIt 1.0, RFC 8493). Checksums are of the encrypted
 * files, so that anybody on the way can check the package without being able to open it.
 */
export async function writeBag(folder: string, info: Record<string, string>): Promise<void> {
  const payload = (await readdir(join(folder, DATA_FOLDER))).sort().map((name) => `${DATA_FOLDER}/${name}`);
  const sizes = await Promise.all(payload.map(async (name) => (await stat(join(folder, name))).size));
  const oxum = `${sizes.reduce((sum, size) => sum + size, 0)}.${payload.length}`;
  await writeFile(join(folder, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  const lines = Object.entries({ ...info, 'Payload-Oxum': oxum }).map(
    ([name, value]) => `${name}: ${value.replaceAll(/\s+/g, ' ')}\n`,
  );
  await writeFile(join(folder, 'bag-info.txt'), lines.join(''));
  await writeFile(join(folder, PAYLOAD_MANIFEST), await digestLines(folder, payload));
  await writeFile(join(folder, TAG_MANIFEST), await digestLines(folder, TAG_FILES));
}

/** The digest of the payload manifest names the package's contents. Refusals: `package-incomplete`, `package-damaged`. */
export async function verifyBag(
  folder: string,
): Promise<Outcome<{ manifestSha256: string; files: string[] }>> {
  const tags = await verifyManifest(folder, TAG_MANIFEST);
  if (!tags.done) return tags;
  const payload = await verifyManifest(folder, PAYLOAD_MANIFEST);
  if (!payload.done) return payload;
  const present = (await readdir(join(folder, DATA_FOLDER))).length;
  if (present !== payload.value.length) return refused(incomplete(present - payload.value.length));
  return done({ manifestSha256: await fileDigest(join(folder, PAYLOAD_MANIFEST)), files: payload.value });
}

async function digestLines(folder: string, names: string[]): Promise<string> {
  const lines = [];
  for (const name of names) lines.push(`${await fileDigest(join(folder, name))}  ${name}\n`);
  return lines.join('');
}

async function verifyManifest(folder: string, manifest: string): Promise<Outcome<string[]>> {
  try {
    const lines = (await readFile(join(folder, manifest), 'utf8')).split('\n').filter((line) => line !== '');
    const entries = lines.map((line) => ({ digest: line.slice(0, 64), name: line.slice(66) }));
    for (const { digest, name } of entries) {
      if (name.split('/').includes('..') || (await fileDigest(join(folder, name))) !== digest)
        return refused(damaged());
    }
    return done(entries.map(({ name }) => name));
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return refused(incomplete(1));
    throw error;
  }
}

function damaged(): ReturnType<typeof refusal> {
  return refusal(
    'package-damaged',
    'A file of the package is not the one that was sealed.',
    'Let the body deliver again.',
  );
}

function incomplete(count: number): ReturnType<typeof refusal> {
  return refusal(
    'package-incomplete',
    'The package lacks files, or has some that it should not have.',
    'Let the body deliver again.',
    { count },
  );
}
