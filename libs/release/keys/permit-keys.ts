import { randomBytes } from 'node:crypto';
import { generateX25519Identity } from 'age-encryption';
import { type KeyEncryptionKeys, unwrapKey, wrapKey } from './key-encryption';
import type { KeyPurpose, KeyStore } from './key-store';

/** The keys of permits: made at first use, wrapped in the store, open only in memory and only for one step. */
export class PermitKeys {
  constructor(
    private readonly store: KeyStore,
    private readonly keyEncryptionKeys: KeyEncryptionKeys,
  ) {}

  /** 32 random bytes. Records link within a permit and never across: no two permits share them. */
  async pseudonymKey(permit: string): Promise<Buffer> {
    return this.key(permit, 'pseudonyms', async () => randomBytes(32));
  }

  /** An age identity: what the body keeps of a population between two releases is encrypted to it. */
  async populationIdentity(permit: string): Promise<string> {
    const key = await this.key(permit, 'population', async () => Buffer.from(await generateX25519Identity()));
    return key.toString();
  }

  private async key(permit: string, purpose: KeyPurpose, make: () => Promise<Buffer>): Promise<Buffer> {
    const context = `ledtid:${purpose}:${permit}`;
    const stored =
      (await this.store.read(permit, purpose)) ??
      (await this.store.create(permit, purpose, wrapKey(await make(), context, this.keyEncryptionKeys)));
    return unwrapKey(stored, context, this.keyEncryptionKeys);
  }
}
