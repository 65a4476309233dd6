import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PublicUrl } from '../entry/public-url';
import { portalPages } from './portal-page';

/** Where the build puts the portal, seen from the built file; beside the sources there is none. */
const BUILT = join(__dirname, '..', '..', '..', 'portal');

/** Addresses that are answered by others or by nobody, but never by a page. */
const NO_PAGE = /^\/(api|health|admin|assets)(\/|$)/;

/** A year, and never asked about again: the name of a file changes with its content. */
const FOR_GOOD = { maxAge: '365d', immutable: true } as const;

/**
 * The portal: its files, and its one page at every other address that a person opens in a browser. Without a built
 * portal, as when the sources run, whoever opens the server finds the documentation.
 */
export function servePortal(
  server: Pick<FastifyInstance, 'get' | 'register'>,
  publicUrl: PublicUrl,
  directory = BUILT,
): void {
  if (!existsSync(join(directory, 'index.html'))) {
    void server.get('/', (_request, reply) => reply.redirect('/api/docs'));
    return;
  }
  void server.register(fastifyStatic, {
    ...{ root: join(directory, 'assets'), prefix: '/assets/', index: false, decorateReply: false },
    ...{ preCompressed: true, ...FOR_GOOD },
  });
  const page = portalPages(directory, () => `${new URL(publicUrl()).pathname.replace(/\/+$/, '')}/`);
  server.get('/*', (request, reply) => {
    if (!isForPerson(request)) return reply.callNotFound();
    return answer(reply, page());
  });
}

function isForPerson({ url, headers }: FastifyRequest): boolean {
  return !NO_PAGE.test(url) && (headers.accept ?? '').includes('text/html');
}

function answer(reply: FastifyReply, { html, policy }: { html: string; policy: string }): FastifyReply {
  return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(html);
}
