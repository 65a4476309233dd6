import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { acceptJson } from './http/json-body';
import { problem } from './http/problem';
import { sendProblem } from './http/send-problem';
import { serveDocumentation } from './open-api';

export interface CreateApiOptions {
  /** Nest's own messages and unexpected errors; false: none. */
  readonly logger: LoggerService | false;
  /** Bytes of a body at most. Default 1 MiB: a form with its attachments' descriptions, not the attachments. */
  readonly bodyLimit?: number;
}

const ONE_MEBIBYTE = 1_048_576;
const OUTSIDE_THE_PREFIX = ['health/live', 'health/ready'];

/**
 * The application of a process whose root module imports `ApiModule`, ready to `listen`. Stops gracefully:
 * `close()` takes no new request, lets those in hand end, and then closes what the modules opened.
 * Nothing is written per request: what went wrong on our side is logged, the rest is in the ledger.
 */
export async function createApi(
  root: Type | DynamicModule,
  { logger, bodyLimit = ONE_MEBIBYTE }: CreateApiOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    forceCloseConnections: 'idle',
    // An address that cannot be decoded never reaches a route, and so not the filter either.
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) =>
      void sendProblem(reply, problem('malformed-request')),
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_PREFIX });
  acceptJson(app, bodyLimit);
  keepOutOfCaches(app);
  serveDocumentation(app);
  return app;
}

/** Answers hold cases: no proxy and no browser keeps them, and none guesses another type than they have. */
function keepOutOfCaches(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    done();
  });
}
