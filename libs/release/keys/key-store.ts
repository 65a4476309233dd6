import { link, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrappedKey } from '@ledtid/platform';
import { digestOf } from '../digest';
import { readJson, writeWhole } from '../files';
import { fileErrorCode } from '../release-fault';

export type KeyPurpose = 'pseudonyms' | 'population';

/** Keeps wrapped keys, one per permit and purpose. A table or a vault fits as well as the folder below. */
export interface KeyStore {
  read(permit: string, purpose: KeyPurpose): Promise<WrappedKey | undefined>;
  /** Stores the key unless there is one already; yields the one that is stored. The first wins. */
  create(permit: string, purpose: KeyPurpose, wrapped: WrappedKey): Promise<WrappedKey>;
  /** Without the key no pseudonym of the permit can ever be led back or made again. */
  remove(permit: string, purpose: KeyPurpose): Promise<void>;
}

/** Wrapped keys as files of mode 0600. Keep it on another disk and in another backup than the key-encryption key. */
export class FolderKeyStore implements KeyStore {
  constructor(private readonly folder: string) {}

  async read(permit: string, purpose: KeyPurpose): Promise<WrappedKey | undefined> {
    return readJson<WrappedKey>(this.path(permit, purpose));
  }

  async create(permit: string, purpose: KeyPurpose, wrapped: WrappedKey): Promise<WrappedKey> {
    const path = this.path(permit, purpose);
    const candidate = `${path}.${digestOf(wrapped).slice(0, 16)}`;
    await writeWhole(candidate, JSON.stringify(wrapped));
    try {
      // A link refuses to replace: two workers that make a permit's first key end with the same one.
      await link(candidate, path);
      return wrapped;
    } catch (error) {
      const stored = await this.read(permit, purpose);
      if (fileErrorCode(error) !== 'EEXIST' || !stored) throw error;
      return stored;
    } finally {
      await rm(candidate, { force: true });
    }
  }

  async remove(permit: string, purpose: KeyPurpose): Promise<void> {
    await rm(this.path(permit, purpose), { force: true });
  }

  private path(permit: string, purpose: KeyPurpose): string {
    return join(this.folder, `${digestOf(permit)}.${purpose}.json`);
  }
}
