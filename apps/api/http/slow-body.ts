import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { answerBrokenRequest } from './broken-request';
import { isUpload } from './octet-body';

/** How long a body may take to come in, in milliseconds. */
export interface BodyPatience {
  readonly json: number;
  readonly document: number;
}

const TOO_SLOW = Object.assign(new Error('The body came too slowly.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

/** Node knows one limit for all requests; a document over a slow line takes longer than any JSON may. */
export function limitSlowBodies(app: NestFastifyApplication, { json, document }: BodyPatience): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request;
    const timer = setTimeout(
      () => {
        if (!raw.complete) answerBrokenRequest(TOO_SLOW, raw.socket);
      },
      isUpload(request) ? document : json,
    );
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
    done();
  });
}
