import type { Delegation } from '@ledtid/access';
import type { Instant } from '@ledtid/time';
import type { Recorded, Role, Text } from '@ledtid/workflow';
import type { CaseView } from './case-view';

/** How the body came to know of something that it registers later. */
export const BASES = ['phone', 'letter', 'email', 'meeting', 'registry'] as const;
export type Basis = (typeof BASES)[number];

/** What somebody wants done to one instance. */
export interface Command {
  readonly instanceId: string;
  readonly type: string;
  readonly payload: Recorded;
  /** The version its sender saw. */
  readonly version: number;
  /** Unique per instance: the same key and body give the first answer again. */
  readonly idempotencyKey: string;
  /** When it happened, where that is not now. */
  readonly occurredAt?: Instant;
  /** Subject of the person for whom it is registered. */
  readonly onBehalfOf?: string;
  readonly basis?: Basis;
}

/** Who sends a command: a person with roles, or a queue (`system:<queue>`). */
export interface Actor {
  readonly subject: string;
  /** Of a person: who vouches for them. */
  readonly issuer?: string;
  /** In one case, those that were lent to the person included. */
  readonly roles: readonly Role[];
  readonly organisations: readonly string[];
  readonly system: boolean;
  /** Which of the roles are another's, and whose. */
  readonly lent?: readonly Pick<Delegation, 'role' | 'grantor'>[];
  /** Of one command: by whose role it is sent, where not by an own one. */
  readonly inPlaceOf?: string | null;
}

/** `forbidden` 403, `unknown` 404, `conflict` 409, `invalid` 422. */
export type RefusalKind = 'forbidden' | 'unknown' | 'conflict' | 'invalid';

/** An expected no: a stable code, the reason, and what to do about it. Nothing was changed. */
export interface Refusal {
  readonly refusal: RefusalKind;
  readonly code: string;
  readonly text: Text;
  /** Which field or fact, where the code alone does not tell. */
  readonly details?: readonly string[];
  /** The case as it is now, with a conflict. */
  readonly present?: CaseView;
  /** Both versions of a form that was changed meanwhile. */
  readonly versions?: { readonly formVersion: number; readonly current: Recorded; readonly yours: Recorded };
}

export function isRefusal(value: object): value is Refusal {
  return 'refusal' in value;
}
