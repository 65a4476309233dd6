import type { FastifyRequest } from 'fastify';

/** Changes nothing (RFC 9110, 9.2.1), and so needs no proof. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A page of another origin cannot send it without being asked first (CORS), and nobody is let. */
export const CSRF_HEADER = 'x-csrf-protection';

/**
 * Whether a request that a browser sends with its cookie comes from a page of our own: by `Sec-Fetch-Site`, which no
 * page can set, by `Origin` where an old browser lacks it, and by a header besides (OWASP, CSRF prevention).
 */
export function isOwnRequest(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  own: string,
): boolean {
  if (SAFE.has(method)) return true;
  if (headers[CSRF_HEADER] === undefined) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === own : site === 'same-origin';
}
