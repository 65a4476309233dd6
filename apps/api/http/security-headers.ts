import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';

/** Answers are data: nothing in them is to be run, framed, kept or guessed at (OWASP ASVS 5.0, V3.4). */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Answers hold cases: no proxy and no browser keeps them.
  'cache-control': 'no-store',
};

/**
 * The pages that other packages bring (the documentation, the board of the queues) load their own scripts and
 * styles from here, and write styles into the page.
 */
const OWN_PAGE =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self' data:; connect-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGES = ['/api/docs', '/admin/queues'];

/** Headers that keep a browser from doing with an answer what it is not for, on every answer. */
export function secureHeaders(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    secure(reply);
    const isPage = PAGES.some((page) => request.url.startsWith(page));
    if (isPage) reply.header('content-security-policy', OWN_PAGE);
    done();
  });
}

/** For an answer that is given before any hook runs. */
export function secure(reply: Pick<FastifyReply, 'headers'>): void {
  void reply.headers(HEADERS);
}
