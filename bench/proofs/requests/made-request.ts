import fc from 'fast-check';
import type { Route } from '../../../apps/api';
import type { RawRequest } from './exchange';
import { type Mutation, attacksOf, slipsOf } from './mutations';
import type { Known, Parts } from './request-parts';
import { soundRequests } from './sound-requests';

export const KINDS = ['valid', 'mutated', 'hostile'] as const;
export type Kind = (typeof KINDS)[number];

/** A request to send, and who it says that it comes from. */
export interface MadeRequest extends RawRequest {
  readonly operation: string;
  readonly kind: Kind;
  /** A name of the world's tokens, `nobody`, or `forged`. */
  readonly as: string;
}

/** Requests of one route: sound ones, ones with a single fault, and ones that mean harm. */
export function requestsOf(route: Route, known: Known): fc.Arbitrary<MadeRequest> {
  const sound = soundRequests(route, known);
  const [slips, attacks] = [slipsOf(route, known), attacksOf(known)];
  const made = (kind: Kind, mutations: fc.Arbitrary<Mutation[]>) =>
    fc.tuple(sound, mutations).map(([parts, changes]): MadeRequest => {
      const changed = changes.reduce((one, change) => change(one), parts);
      return { operation: route.operation, kind, as: changed.as, ...bytesOf(changed, known) };
    });
  return fc.oneof(
    { weight: 2, arbitrary: made('valid', fc.constant([])) },
    { weight: 4, arbitrary: made('mutated', fc.array(slips, { minLength: 1, maxLength: 2 })) },
    {
      weight: 4,
      arbitrary: made('hostile', fc.array(fc.oneof(slips, attacks, attacks), { minLength: 1, maxLength: 4 })),
    },
  );
}

function bytesOf(parts: Parts, { tokens }: Known): RawRequest {
  const token = tokens[parts.as];
  const query = parts.query.map(([name, value]) => `${name}=${value}`).join('&');
  const body = parts.text ?? (parts.body === null ? null : JSON.stringify(parts.body));
  const given = new Set(parts.headers.map(([name]) => name));
  return {
    method: parts.method,
    target: `/${parts.segments.join('/')}${query === '' ? '' : `?${query}`}`,
    headers: [
      ...(body === null || given.has('content-type') ? [] : [['content-type', 'application/json'] as const]),
      ...(token === undefined || given.has('authorization') ? [] : [['authorization', token] as const]),
      ...parts.headers,
    ],
    body,
  };
}
