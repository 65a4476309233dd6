import { type KeyObject, createPublicKey, hash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';

/** Public keys by their ids. */
export type VerificationKeys = ReadonlyMap<string, KeyObject>;

/** The thumbprint (RFC 7638) of an Ed25519 key, the same for the private and the public half. */
export function keyIdOf(key: KeyObject): string {
  const { crv, kty, x } = key.export({ format: 'jwk' });
  return hash('sha256', canonicalize({ crv, kty, x }), 'base64url');
}

/** Of private keys the public halves. */
export function verificationKeys(keys: readonly KeyObject[]): VerificationKeys {
  return new Map(keys.map((key) => [keyIdOf(key), publicHalf(key)]));
}

/** As PEM, to be given to whoever verifies elsewhere. */
export function publicKeyText(key: KeyObject): string {
  return publicHalf(key).export({ format: 'pem', type: 'spki' }).toString();
}

function publicHalf(key: KeyObject): KeyObject {
  return key.type === 'private' ? createPublicKey(key) : key;
}
