import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problem } from './problem';
import { ProblemError } from './problem-error';
import { jsonFault } from './sound-json';

type Done = (error: Error | null, body?: unknown) => void;
type Parser = (request: unknown, body: string, done: Done) => void;

/**
 * Bodies are JSON objects of at most `limit` bytes and nothing else. Names such as `__proto__` are refused,
 * and so is what no table could hold: here, once, instead of by every route.
 */
export function acceptJson(app: NestFastifyApplication, limit: number): void {
  const server = app.getHttpAdapter().getInstance();
  // Fastify takes it by itself, and a page of another origin may send it without being asked first (CORS).
  server.removeContentTypeParser('text/plain');
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

function objectFault(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'it is not a JSON object';
  return jsonFault(body);
}
