import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ProblemCode, problem } from './problem';

const BY_CODE: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
};

/**
 * Answers what Node cannot read as HTTP, and so hands to no route and no filter: a problem document like every
 * other error, on the bare connection, which then ends.
 */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const found = problem(BY_CODE[error.code ?? ''] ?? 'malformed-request');
  const body = JSON.stringify(found);
  const head = [
    `HTTP/1.1 ${found.status} ${found.code}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

/** An `Expect` that nobody fulfils is answered by Node itself, and without a word, unless somebody else does. */
export function refuseExpectations(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getHttpServer() as Server;
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const found = problem('expectation-unmet');
    const body = JSON.stringify(found);
    response.writeHead(found.status, {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
}
