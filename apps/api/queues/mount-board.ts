import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROUTE_RULES, isRefusal, refuseEntry } from '@ledtid/access';
import { type BoardServer, QueueRegistry, registerBoard } from '@ledtid/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusedAttempts } from '../access/refused-attempts';
import { Entrance } from '../entry/entrance';
import { accessProblem, problem } from '../http/problem';
import { sendProblem } from '../http/send-problem';

/** Where administrators watch the queues. */
export const BOARD_PATH = '/admin/queues';

/**
 * Serves the board of the queues behind the administrator role, before `listen`. Needs QueuesModule in the
 * process. It is no Nest route, so that no guard stands before it: it asks who comes itself, by token or session as
 * everywhere. With a session its page can only watch: its buttons do not send the header against foreign pages.
 *
 * The board is another's program. Under a `host` name of its own, where nothing else is served, a fault in its page
 * cannot use the session that a browser holds with the API (OWASP ASVS 5.0, V3.5.4); null: under any name.
 */
export async function mountBoard(app: NestFastifyApplication, host: string | null = null): Promise<void> {
  const entrance = app.get(Entrance, { strict: false });
  const attempts = app.get(RefusedAttempts, { strict: false });
  const queues = app.get(QueueRegistry, { strict: false });
  const server = app.getHttpAdapter().getInstance();
  if (host !== null)
    server.addHook('onRequest', async (request, reply) => refuseElsewhere(request, reply, host));
  await registerBoard(server as unknown as BoardServer, queues, {
    path: BOARD_PATH,
    authorise: async (request) => {
      const entrant = await entrance.whoSent(request);
      const caller = isRefusal(entrant) ? entrant : entrant.identity;
      const refusal = refuseEntry(ROUTE_RULES.watchQueues, caller);
      if (refusal === null) return null;
      attempts.count(refusal.code, isRefusal(caller) ? undefined : caller);
      const body = accessProblem(refusal);
      return { status: body.status, body };
    },
  });
}

async function refuseElsewhere({ url, hostname }: FastifyRequest, reply: FastifyReply, host: string) {
  if (url.startsWith(BOARD_PATH) === (hostname === host)) return;
  sendProblem(reply, problem('unknown-route'));
  return reply;
}
