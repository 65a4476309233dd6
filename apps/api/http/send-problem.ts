import type { FastifyReply } from 'fastify';
import type { Problem } from './problem';

/** Answers with a problem document. */
export function sendProblem(
  reply: Pick<FastifyReply, 'status' | 'header' | 'send'>,
  problem: Problem,
  beside: Readonly<Record<string, unknown>> = {},
): void {
  void reply.status(problem.status);
  void reply.header('content-type', 'application/problem+json; charset=utf-8');
  // As text: for this type of content Fastify would look for a serializer of its own.
  void reply.send(JSON.stringify({ ...problem, ...beside }));
}
