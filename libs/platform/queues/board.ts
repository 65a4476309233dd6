import type { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyRequest } from 'fastify';
import type { QueueRegistry } from './queue-registry';

type Plugin = ReturnType<FastifyAdapter['registerPlugin']>;
/** A Fastify server or one of its scopes; Nest's is `app.getHttpAdapter().getInstance()`. */
export type BoardServer = Parameters<Plugin>[0];

export type BoardRequest = Pick<FastifyRequest, 'method' | 'headers'>;

/** Why somebody may not see the board: the status and body of the answer. */
export interface BoardRefusal {
  readonly status: number;
  readonly body: unknown;
}

export interface BoardOptions {
  /** Where it is mounted, e.g. `/admin/queues`. */
  readonly path: string;
  /** Asked before every request below the path, of its page and files as well. Null lets it through. */
  readonly authorise: (request: BoardRequest) => Promise<BoardRefusal | null>;
}

/**
 * Mounts Bull Board, on which an administrator watches the queues. Job data are ids and codes; a dead step of
 * a case is re-driven by its case (`RETRY`), which the board's own retry does not do: it finds the case gone
 * on, and the job is moot.
 */
export async function registerBoard(
  server: BoardServer,
  queues: QueueRegistry,
  options: BoardOptions,
): Promise<void> {
  // Loaded only where a board is served: every other user of this room is spared it.
  const { createBullBoard } = await import('@bull-board/api');
  const { BullMQAdapter } = await import('@bull-board/api/bullMQAdapter');
  const { FastifyAdapter: Adapter } = await import('@bull-board/fastify');
  const adapter = new Adapter();
  adapter.setBasePath(options.path);
  createBullBoard({
    queues: queues.names.map((name) => new BullMQAdapter(queues.queue(name))),
    serverAdapter: adapter,
  });
  await server.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        const refusal = await options.authorise(request);
        if (refusal) await reply.status(refusal.status).send(refusal.body);
      });
      // The page finds its files by a `base`, which our content security policy lets no page set.
      scope.addHook('onSend', async (_request, _reply, payload) =>
        typeof payload === 'string' && payload.startsWith('<!DOCTYPE html>')
          ? payload.replaceAll('="static/', `="${options.path}/static/`)
          : payload,
      );
      await scope.register(adapter.registerPlugin());
    },
    { prefix: options.path },
  );
}
