import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ReleaseFault } from '../release-fault';

/** Key-encryption keys, 32 bytes each, by id. `current` wraps; the others still unwrap (rotation). */
export interface KeyEncryptionKeys {
  current: string;
  keys: Record<string, Buffer>;
}

/** A key as it may be stored: AES-256-GCM, all parts base64. */
export interface WrappedKey {
  keyEncryptionKey: string;
  nonce: string;
  sealed: string;
  tag: string;
}

/** `context` (permit and purpose) is bound in: a wrapped key moved to another permit does not open. */
export function wrapKey(key: Buffer, context: string, kek: KeyEncryptionKeys): WrappedKey {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', encryptionKey(kek, kek.current), nonce).setAAD(
    Buffer.from(context),
  );
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    keyEncryptionKey: kek.current,
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** Throws the fault `key-not-opened` when the key-encryption key is another, or the wrapped key was changed. */
export function unwrapKey(wrapped: WrappedKey, context: string, kek: KeyEncryptionKeys): Buffer {
  const key = encryptionKey(kek, wrapped.keyEncryptionKey);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrapped.nonce, 'base64'), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(wrapped.tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(wrapped.sealed, 'base64')), decipher.final()]);
  } catch {
    throw new ReleaseFault(
      'key-not-opened',
      'A permit’s key cannot be opened.',
      'Configure the key-encryption key it was wrapped with; its id stands beside it in the key store.',
    );
  }
}

function encryptionKey(kek: KeyEncryptionKeys, id: string): Buffer {
  const key = kek.keys[id];
  if (key?.length === 32) return key;
  throw new ReleaseFault(
    'key-encryption-key-missing',
    `The key-encryption key ${id} is not configured with 32 bytes.`,
    'Configure it; without it no pseudonym of its permits can be made again.',
  );
}
