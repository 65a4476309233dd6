import { parseCookie, stringifySetCookie } from 'cookie';

/** `__Host-`: a browser takes it only with Secure and Path=/, and no neighbouring host can set it (RFC 6265bis). */
export const SESSION_COOKIE = '__Host-ledtid-session';

const NAMES = { session: SESSION_COOKIE, signIn: '__Host-ledtid-sign-in' } as const;

type CookieName = keyof typeof NAMES;

/**
 * Always Secure, on http://localhost too, which Chromium and Firefox count as trustworthy. Lax and not Strict: the
 * browser must bring it when it comes back from the sign-in service.
 */
const KIND = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

export function cookieOf(header: string | undefined, name: CookieName): string | undefined {
  const value = parseCookie(header ?? '')[NAMES[name]];
  return value === '' ? undefined : value;
}

/** A value for `Set-Cookie`. Without `maxAge` (seconds) it goes when the browser is closed. */
export function setCookie(name: CookieName, value: string, maxAge?: number): string {
  return stringifySetCookie({ name: NAMES[name], value, ...KIND, ...(maxAge !== undefined && { maxAge }) });
}

export function clearCookie(name: CookieName): string {
  return setCookie(name, '', 0);
}
