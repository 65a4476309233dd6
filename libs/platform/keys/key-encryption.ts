import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { KeyFault } from './key-fault';

/** Key-encryption keys, 32 bytes each, by id. `current` wraps; the others still unwrap (rotation). */
export interface KeyEncryptionKeys {
  current: string;
  keys: Record<string, Buffer>;
}

/** Wraps from now on. Another takes its place by a branch for it in `unwrapKey`: what lies in the store says which it needs. */
const ALGORITHM = 'aes-256-gcm';

/** A key as it may be stored, all parts base64. */
export interface WrappedKey {
  /** Left out by keys that were wrapped before it was said: AES-256-GCM. */
  algorithm?: string;
  keyEncryptionKey: string;
  nonce: string;
  sealed: string;
  tag: string;
}

/** Keys by an id made of each key itself, so that a key taken in again is known again. */
export function keyEncryptionKeys(current: Buffer, earlier: readonly Buffer[]): KeyEncryptionKeys {
  const keys = Object.fromEntries([...earlier, current].map((key) => [fingerprint(key), key]));
  return { current: fingerprint(current), keys };
}

/** `context` (whose key, and what for) is bound in: a wrapped key moved to another place does not open. */
export function wrapKey(key: Buffer, context: string, kek: KeyEncryptionKeys): WrappedKey {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, encryptionKey(kek, kek.current), nonce).setAAD(
    Buffer.from(context),
  );
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    algorithm: ALGORITHM,
    keyEncryptionKey: kek.current,
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** Throws the fault `key-not-opened` when the key-encryption key is another, or the wrapped key was changed. */
export function unwrapKey(wrapped: WrappedKey, context: string, kek: KeyEncryptionKeys): Buffer {
  refuseUnknown(wrapped);
  const key = encryptionKey(kek, wrapped.keyEncryptionKey);
  const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(wrapped.nonce, 'base64'), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(wrapped.tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(wrapped.sealed, 'base64')), decipher.final()]);
  } catch {
    throw new KeyFault(
      'key-not-opened',
      'A wrapped key cannot be opened.',
      'Configure the key-encryption key it was wrapped with; its id stands beside it.',
    );
  }
}

function refuseUnknown({ algorithm = ALGORITHM }: WrappedKey): void {
  if (algorithm === ALGORITHM) return;
  throw new KeyFault(
    'key-algorithm-unknown',
    `A key is wrapped by ${algorithm}, which this version does not know.`,
    'Use the version that wrapped it, or a later one.',
  );
}

function encryptionKey(kek: KeyEncryptionKeys, id: string): Buffer {
  const key = kek.keys[id];
  if (key?.length === 32) return key;
  throw new KeyFault(
    'key-encryption-key-missing',
    `The key-encryption key ${id} is not configured with 32 bytes.`,
    'Configure it; without it nothing that it protects can be opened again.',
  );
}

/** Tells keys apart and tells nothing of them: a key is 32 random bytes, which no hash can be searched for. */
function fingerprint(key: Buffer): string {
  return createHash('sha256').update('ledtid:key-encryption-key:').update(key).digest('hex').slice(0, 16);
}
