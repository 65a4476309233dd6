import { randomBytes } from 'node:crypto';
import { type KeyEncryptionKeys, unwrapKey, wrapKey } from '@ledtid/platform';
import { Encrypter, armor, generateX25519Identity } from 'age-encryption';
import { ReleaseFault } from '../release-fault';
import type { KeyPurpose, KeyStore } from './key-store';

/** How a pseudonym is made of an identifier by the key (`makeCodeKey`), for whoever opens it. */
const PSEUDONYM = 'the first 32 hexadecimal digits of HMAC-SHA-256(key, "person:" + identifier)';

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

  /**
   * The code key, sealed to an age recipient: with it and the identifiers that a holder has, whoever has the identity
   * makes the permit's pseudonyms again, and so leads one back; no other permit's. Never makes a key.
   * Fault `key-missing` where nothing was pseudonymised yet.
   */
  async sealedCodeKey(permit: string, recipient: string): Promise<string> {
    const stored = await this.store.read(permit, 'pseudonyms');
    if (stored === undefined)
      throw new ReleaseFault(
        'key-missing',
        'The permit has no code key here.',
        'Nothing was pseudonymised for it, or its key is kept in another key store: run this where the worker keeps its keys.',
      );
    const key = unwrapKey(stored, contextOf(permit, 'pseudonyms'), this.keyEncryptionKeys);
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const content = { permit, pseudonym: PSEUDONYM, key: key.toString('base64') };
    return armor.encode(await encrypter.encrypt(`${JSON.stringify(content)}\n`));
  }

  /** An age identity: what the body keeps of a population between two releases is encrypted to it. */
  async populationIdentity(permit: string): Promise<string> {
    const key = await this.key(permit, 'population', async () => Buffer.from(await generateX25519Identity()));
    return key.toString();
  }

  private async key(permit: string, purpose: KeyPurpose, make: () => Promise<Buffer>): Promise<Buffer> {
    const context = contextOf(permit, purpose);
    const stored =
      (await this.store.read(permit, purpose)) ??
      (await this.store.create(permit, purpose, wrapKey(await make(), context, this.keyEncryptionKeys)));
    return unwrapKey(stored, context, this.keyEncryptionKeys);
  }
}

function contextOf(permit: string, purpose: KeyPurpose): string {
  return `ledtid:${purpose}:${permit}`;
}
