import { type JWTVerifyGetKey, errors } from 'jose';
import type { IssuerConfiguration } from './issuer-configuration';

/** 128 bits of strength, as every curve that we believe has (NIST SP 800-57 part 1, table 2). */
const RSA_BITS = 3072;

export const KEY_TOO_SHORT = 'ERR_KEY_TOO_SHORT';

class KeyTooShort extends errors.JOSEError {
  override readonly code = KEY_TOO_SHORT;
}

/** The same keys, but for RSA keys that are shorter than the issuer may have. */
export function strongKeys(
  keys: JWTVerifyGetKey,
  { rsaBits = RSA_BITS }: IssuerConfiguration,
): JWTVerifyGetKey {
  return async (header, token) => {
    const key = await keys(header, token);
    if (lengthOf(key) < rsaBits) throw new KeyTooShort('The key of the issuer is too short.');
    return key;
  };
}

/** Bits of the modulus; without end for a key that has none. */
function lengthOf(key: Awaited<ReturnType<JWTVerifyGetKey>>): number {
  const { modulusLength } = ('algorithm' in key ? key.algorithm : {}) as { modulusLength?: number };
  return modulusLength ?? Infinity;
}
