import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROUTE_RULES, TokenVerifier, refuseEntry } from '@ledtid/access';
import { type BoardServer, QueueRegistry, registerBoard } from '@ledtid/platform';
import { accessProblem } from '../http/problem';

/** Where administrators watch the queues. */
export const BOARD_PATH = '/admin/queues';

/**
 * Serves the board of the queues behind the administrator role, before `listen`. Needs QueuesModule in the
 * process. It is no Nest route, so that no guard stands before it: it asks for the token itself.
 */
export async function mountBoard(app: NestFastifyApplication): Promise<void> {
  const verifier = app.get(TokenVerifier, { strict: false });
  const queues = app.get(QueueRegistry, { strict: false });
  const server = app.getHttpAdapter().getInstance() as unknown as BoardServer;
  await registerBoard(server, queues, {
    path: BOARD_PATH,
    authorise: async ({ headers }) => {
      const header = headers.authorization;
      const caller = await verifier.verifyHeader(Array.isArray(header) ? header[0] : header);
      const refusal = refuseEntry(ROUTE_RULES.watchQueues, caller);
      if (refusal === null) return null;
      const body = accessProblem(refusal);
      return { status: body.status, body };
    },
  });
}
