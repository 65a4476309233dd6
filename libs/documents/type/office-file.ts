import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl';
import { type DocumentRefusal, refuseDocument } from '../refusals';

export interface OfficeLimits {
  /** The part without which it is no such file. */
  readonly main: string;
  readonly mediaType: string;
  readonly unpackedBytes: number;
}

/** Parts at most; the largest documents have some thousands. */
const MOST_ENTRIES = 10_000;

/**
 * Macros of Word and Excel, of LibreOffice; programs, and objects of others that a click would run. A table behind a
 * chart (`embeddings/…xlsx`) is none.
 */
const ACTIVE_FOLDER = /(?:^|\/)(?:activeX|macrosheets|Basic|Scripts)\//i;
const ACTIVE_FILE =
  /(?:^|\/)(?:vba[^/]*\.(?:bin|xml)|embeddings\/[^/]*\.bin|[^/]*\.(?:exe|dll|js|vbs|ps1|bat|cmd|scr|msi|jar|hta|lnk|do[ct]m|xl[st]m|xlam))$/i;

/** Small parts that say what the file is: read whole. */
const TELLING = new Set(['[Content_Types].xml', 'mimetype']);
const TELLING_BYTES = 1_048_576;

/** What a file of Office or LibreOffice is refused for; null: nothing. Every part is unpacked once, and counted. */
export async function officeFault(bytes: Buffer, limits: OfficeLimits): Promise<DocumentRefusal | null> {
  try {
    const zip = await fromBufferPromise(bytes, { validateEntrySizes: true, strictFileNames: true });
    return zip.entryCount > MOST_ENTRIES
      ? refuseDocument('document-damaged')
      : await faultOfParts(zip, limits);
  } catch {
    // Whatever yauzl stumbles over, a reader may stumble over too, or read as something else.
    return refuseDocument('document-damaged');
  }
}

async function faultOfParts(zip: ZipFile, limits: OfficeLimits): Promise<DocumentRefusal | null> {
  const names = new Set<string>();
  let told = '';
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (ACTIVE_FOLDER.test(name) || ACTIVE_FILE.test(name)) return refuseDocument('document-with-macros');
    // Two parts of one name: this reader sees the one, another reader the other.
    if (entry.isEncrypted() || names.has(name)) return refuseDocument('document-damaged');
    names.add(name);
    for await (const chunk of await contentOf(zip, entry)) {
      unpacked += chunk.length;
      if (unpacked > limits.unpackedBytes) return refuseDocument('document-damaged');
      if (TELLING.has(name) && told.length < TELLING_BYTES) told += chunk.toString('utf8');
    }
  }
  if (/macroEnabled|vbaProject|activeX/i.test(told)) return refuseDocument('document-with-macros');
  const isWhatItSays = names.has(limits.main) && told.includes(limits.mediaType);
  return isWhatItSays ? null : refuseDocument('document-content-differs');
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
}
