import { hidePersonalData } from '@ledtid/platform';
import type { FastifyReply } from 'fastify';
import type { Problem } from './problem';

/**
 * Answers with a problem document. Its details repeat what was sent, and so perhaps a person's number: answers are kept
 * in places that may hold none, such as a client's log.
 */
export function sendProblem(
  reply: Pick<FastifyReply, 'status' | 'header' | 'send'>,
  problem: Problem,
  beside: Readonly<Record<string, unknown>> = {},
): void {
  void reply.status(problem.status);
  void reply.header('content-type', 'application/problem+json; charset=utf-8');
  const details = problem.details && { details: problem.details.map(hidePersonalData) };
  // As text: for this type of content Fastify would look for a serializer of its own.
  void reply.send(JSON.stringify({ ...problem, ...details, ...beside }));
}
