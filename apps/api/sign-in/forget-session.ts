import type { FastifyReply } from 'fastify';
import { clearCookie } from '../entry/cookies';

/**
 * Lets the browser forget what it kept of a session that has ended (ASVS 5.0, 14.3.1). `cookies` is not among it: that
 * would clear those of every neighbouring service under the same domain; ours is cleared by name.
 */
export function forgetSession(reply: FastifyReply): void {
  void reply.header('set-cookie', clearCookie('session')).header('clear-site-data', '"cache", "storage"');
}
