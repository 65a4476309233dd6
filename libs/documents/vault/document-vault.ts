import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type KeyEncryptionKeys, type WrappedKey, systemCodeOf, unwrapKey, wrapKey } from '@ledtid/platform';
import { generateIdentity } from 'age-encryption';
import { openSealed, sealTo } from './sealing';

/** Which key-encryption keys it has, and where it keeps the bytes: absolute, and never below what is served. */
export interface VaultSettings {
  readonly directory: string;
  readonly keys: KeyEncryptionKeys;
}

/**
 * The bytes of documents, each encrypted (age) to an identity of its own, which is wrapped by a key-encryption key
 * and lies in the database: neither a copy of the folder nor one of the database alone opens anything.
 *
 * | place | holds | until |
 * |---|---|---|
 * | `incoming/ID` | what is coming in | it is kept, refused, or swept an hour after a crash |
 * | `kept/XY/ID` | a whole document; XY are the last two characters of its id | it is removed |
 */
export class DocumentVault {
  constructor(private readonly settings: VaultSettings) {}

  /** Encrypts what comes; nothing is there until `keep`. On an error nothing is left. */
  async seal(id: string, content: AsyncIterable<Uint8Array>): Promise<WrappedKey> {
    await mkdir(this.incoming(), { recursive: true, mode: 0o700 });
    const identity = await generateIdentity();
    try {
      await sealTo(this.incoming(id), content, identity);
    } catch (error) {
      await this.remove(id);
      throw error;
    }
    return wrapKey(Buffer.from(identity), contextOf(id), this.settings.keys);
  }

  /** Puts the sealed document into its place, so that it outlives a crash of the machine. */
  async keep(id: string): Promise<void> {
    await mkdir(this.kept(id), { recursive: true, mode: 0o700 });
    await rename(this.incoming(id), this.kept(id, id));
    await syncFolder(this.kept(id));
  }

  /** The content of a kept document as a stream. It breaks off with an error where the file was changed. */
  async read(id: string, key: WrappedKey): Promise<Readable> {
    return this.opened(this.kept(id, id), id, key);
  }

  /** The content of one that is still incoming. */
  async readIncoming(id: string, key: WrappedKey): Promise<Readable> {
    return this.opened(this.incoming(id), id, key);
  }

  /** Removes whatever there is of a document. */
  async remove(id: string): Promise<void> {
    await rm(this.incoming(id), { force: true });
    await rm(this.kept(id, id), { force: true });
  }

  /** Ids of files that nobody has touched since a moment (milliseconds of the epoch). */
  async *untouchedSince(moment: number): AsyncGenerator<string> {
    for (const folder of [this.incoming(), ...(await this.keptFolders())]) {
      for (const id of await namesIn(folder)) {
        if (await isUntouched(join(folder, id), moment)) yield id;
      }
    }
  }

  private async opened(path: string, id: string, key: WrappedKey): Promise<Readable> {
    const identity = unwrapKey(key, contextOf(id), this.settings.keys).toString();
    return openSealed(createReadStream(path), identity);
  }

  private async keptFolders(): Promise<string[]> {
    const root = join(this.settings.directory, 'kept');
    return (await namesIn(root)).map((name) => join(root, name));
  }

  private incoming(...names: string[]): string {
    return join(this.settings.directory, 'incoming', ...names);
  }

  private kept(id: string, ...names: string[]): string {
    return join(this.settings.directory, 'kept', id.slice(-2), ...names);
  }
}

/** A wrapped key that is moved to another document does not open it. */
export function contextOf(id: string): string {
  return `ledtid:document:${id}`;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** What is gone meanwhile was touched by somebody. */
async function isUntouched(path: string, moment: number): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < moment;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
