import type { IncomingMessage } from 'node:http';
import { DEMO_SIGN_IN_PATH, type RequestListener } from '@ledtid/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Serves the demonstration's sign-in on the server's own port, before `listen`. It reads its requests itself. */
export function mountDemoSignIn(app: NestFastifyApplication, provider: RequestListener): void {
  const server = app.getHttpAdapter().getInstance();
  void server.register(async (room) => {
    room.removeAllContentTypeParsers();
    room.addContentTypeParser('*', (_request, _body, done) => done(null));
    room.all(`${DEMO_SIGN_IN_PATH}/*`, async (request, reply) => {
      reply.hijack();
      try {
        await provider(mounted(request.raw), reply.raw);
      } catch (thrown) {
        // Nobody else answers after `hijack`, and the browser would wait for ever.
        reply.raw.destroy();
        throw thrown;
      }
    });
  });
}

/** As if the provider stood at the root; by `originalUrl` it knows where it stands, and writes its own addresses so. */
function mounted(request: IncomingMessage): IncomingMessage {
  const { url = '/' } = request;
  return Object.assign(request, { originalUrl: url, url: url.slice(DEMO_SIGN_IN_PATH.length) });
}
