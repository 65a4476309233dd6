import type { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { problem } from './problem';
import { ProblemError } from './problem-error';

/** The routes that take documents: the end of their pattern. */
const UPLOADS = /\/documents(?:\/:documentId\/versions)?$/;

export function isUpload({ method, routeOptions }: FastifyRequest): boolean {
  return method === 'POST' && UPLOADS.test(routeOptions.url ?? '');
}

/**
 * Bytes as they are, for the routes that take documents and no other; unread, so that whoever may not send any is
 * told before they are taken. Not multipart: there is one file and nothing beside it, no parser to be fooled, and a
 * page of another origin cannot send this type without asking first (CORS).
 */
export function acceptOctets(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addContentTypeParser(
    'application/octet-stream',
    (request: FastifyRequest, body: Readable, done: (error: Error | null, body?: unknown) => void) =>
      isUpload(request) ? done(null, body) : done(new ProblemError(problem('body-not-json'))),
  );
}
