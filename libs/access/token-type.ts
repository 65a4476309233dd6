import type { IssuerConfiguration } from './issuer-configuration';

/** RFC 9068, 2.1, and what issuers wrote before it. Both may carry `application/` (RFC 7515, 4.1.9). */
const USUAL: readonly string[] = ['at+jwt', 'jwt'];

/**
 * Whether a header's `typ` is that of an access token. An ID token, a logout token or a proof of possession that
 * happens to carry our audience says something else than that its bearer may come in (RFC 8725, 3.11).
 */
export function isAccessToken(typ: string | undefined, { tokenType }: IssuerConfiguration): boolean {
  if (tokenType !== undefined) return plain(typ) === plain(tokenType);
  return typ === undefined || USUAL.includes(plain(typ));
}

/** Media types are the same in small and capital letters. */
function plain(typ: string | undefined): string {
  return (typ ?? '').toLowerCase().replace(/^application\//, '');
}
