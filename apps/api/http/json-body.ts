import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { problem } from './problem';
import { ProblemError } from './problem-error';
import { jsonFault } from './sound-json';

type Done = (error: Error | null, body?: unknown) => void;
const FORM_BYTES = 65_536;

type Parser = (request: unknown, body: string, done: Done) => void;

/**
 * Bodies are JSON objects of at most `limit` bytes, and a form where a standard asks for one. Names such as `__proto__` are refused,
 * and so is what no table could hold: here, once, instead of by every route.
 */
export function acceptJson(app: NestFastifyApplication, limit: number): void {
  const server = app.getHttpAdapter().getInstance();
  // Fastify takes it by itself, and a page of another origin may send it without being asked first (CORS).
  server.removeContentTypeParser('text/plain');
  acceptForms(app);
  const parse = server.getDefaultJsonParser('error', 'error') as Parser;
  app.useBodyParser('application/json', { bodyLimit: limit }, (request, body, done) => {
    parse(request, String(body), (error, parsed) => {
      if (error) return done(new ProblemError(problem('malformed-json')));
      const fault = objectFault(parsed);
      if (fault === null) return done(null, parsed);
      done(new ProblemError(problem('bad-body', [`body: ${fault}`])));
    });
  });
}

/** The one route that is sent a form: what a sign-in service says is so by its standard. */
const TAKES_A_FORM = /\/sign-in\/:issuer\/back-channel-logout$/;

/** A form is what a page of another origin may send without being asked first (CORS): everywhere else it is refused. */
function acceptForms(app: NestFastifyApplication): void {
  app.useBodyParser(
    'application/x-www-form-urlencoded',
    { bodyLimit: FORM_BYTES },
    ({ routeOptions }: FastifyRequest, body: Buffer, done: Done) => {
      if (!TAKES_A_FORM.test(routeOptions.url ?? '')) done(new ProblemError(problem('body-not-json')));
      else done(null, Object.fromEntries(new URLSearchParams(body.toString())));
    },
  );
}

function objectFault(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'it is not a JSON object';
  return jsonFault(body);
}
