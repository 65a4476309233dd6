import { Readable } from 'node:stream';
import { parse } from 'content-disposition';
import type { FastifyRequest } from 'fastify';
import { problem } from '../http/problem';
import { ProblemError } from '../http/problem-error';
import type { SentDocument } from './documents';

/**
 * The document in a request: its bytes are the body, its name stands in the header Content-Disposition (RFC 6266), and
 * never in the address, which is written down in many places. Throws the problem `body-not-octets`.
 */
export function sentDocument({ body, headers }: FastifyRequest): SentDocument {
  if (!(body instanceof Readable)) throw new ProblemError(problem('body-not-octets'));
  const { filename = '' } = parse(headers['content-disposition'] ?? '').parameters;
  const length = headers['content-length'];
  return { name: filename, length: length === undefined ? null : Number(length), content: whole(body) };
}

/** Left where it is when somebody stops reading: the answer still has to go over the same connection. */
async function* whole(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } catch {
    throw new ProblemError(problem('upload-broken-off'));
  }
}
