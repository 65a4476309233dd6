import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;

/** What a browser keeps in a cookie: 256 random bits in base64url. The service itself keeps only its digest. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** SHA-256 in hexadecimal. Enough without salt: the secret is random, and cannot be guessed from a list. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Another secret that only the holder of this one can have; 43 characters of base64url, as PKCE asks for. */
export function derivedFrom(secret: string, use: 'state' | 'nonce' | 'code-verifier'): string {
  return createHmac('sha256', secret).update(use).digest('base64url');
}

/** Takes the same time wherever the two differ. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(one)), Buffer.from(digestOf(other)));
}
