import { ENTRY, type Identity } from '@ledtid/access';
import type { Look } from '@ledtid/cases';
import type { FastifyRequest } from 'fastify';

/** Somebody came in or went out, as it stands in the access ledger. */
export function entryLook(
  { subject, roles }: Pick<Identity, 'subject' | 'roles'>,
  { method, routeOptions }: Pick<FastifyRequest, 'method' | 'routeOptions'>,
): Look {
  const request = `${method} ${routeOptions.url ?? ''}`;
  return { subject, roles, purpose: ENTRY, request, instances: [], refused: null };
}
