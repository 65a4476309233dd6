import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { answerBrokenRequest, refuseExpectations } from './http/broken-request';
import { acceptJson } from './http/json-body';
import { limitAddresses } from './entry/limit.guard';
import { PUBLIC_URL, type PublicUrl } from './entry/public-url';
import { problem } from './http/problem';
import { acceptOctets } from './http/octet-body';
import { secure, secureHeaders } from './http/security-headers';
import { sendProblem } from './http/send-problem';
import { type BodyPatience, limitSlowBodies } from './http/slow-body';
import { serveDocumentation } from './open-api';
import { servePortal } from './portal/serve-portal';

export interface CreateApiOptions {
  /** Nest's own messages and unexpected errors; false: none. */
  readonly logger: LoggerService | false;
  /** Bytes of a body at most. Default 1 MiB: a form with its attachments' descriptions, not the attachments. */
  readonly bodyLimit?: number;
  /** Default: 30 seconds for JSON, five minutes for a document. */
  readonly patience?: BodyPatience;
  /** Addresses of the proxies whose word counts for where a request comes from. Default: none. */
  readonly trustedProxies?: string | null;
}

const ONE_MEBIBYTE = 1_048_576;

/** How long a body may take to come in: who sends a byte now and then must not hold a connection. */
const PATIENCE: BodyPatience = { json: 30_000, document: 300_000 };

const OUTSIDE_THE_PREFIX = ['health/live', 'health/ready'];

/**
 * The application of a process whose root module imports `ApiModule`, ready to `listen`. Stops gracefully:
 * `close()` takes no new request, lets those in hand end, and then closes what the modules opened.
 * Nothing is written per request: what went wrong on our side is logged, the rest is in the ledger.
 */
export async function createApi(
  root: Type | DynamicModule,
  { logger, bodyLimit = ONE_MEBIBYTE, patience = PATIENCE, trustedProxies }: CreateApiOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: trustedProxies ?? false,
    requestTimeout: Math.max(patience.json, patience.document),
    http: { headersTimeout: patience.json },
    forceCloseConnections: 'idle',
    clientErrorHandler: answerBrokenRequest,
    // An address that cannot be decoded never reaches a route, and so not the filter either.
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) => {
      secure(reply);
      sendProblem(reply, problem('malformed-request'));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_PREFIX });
  acceptJson(app, bodyLimit);
  acceptOctets(app);
  limitSlowBodies(app, patience);
  secureHeaders(app);
  limitAddresses(app);
  refuseExpectations(app);
  serveDocumentation(app);
  servePortal(adapter.getInstance(), app.get<PublicUrl>(PUBLIC_URL, { strict: false }));
  return app;
}
