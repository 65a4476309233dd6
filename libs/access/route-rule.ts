import { ROLES, type Role } from '@ledtid/workflow';
import { type AccessRefusal, refusal } from './access-refusal';
import { hasRole, type Identity } from './identity';
import { type CaseReader, type Sight, seesAllCases } from './case-policy';

/**
 * Who may use a route. Every route declares one; a route without any lets nobody in.
 * `case`: anybody signed in may ask, and the case policy answers for the one instance (404 where it says no).
 */
export type RouteRule =
  | { readonly for: 'everybody' }
  | { readonly for: 'signed-in' }
  | { readonly for: 'roles'; readonly roles: readonly Role[] }
  | { readonly for: 'case'; readonly needs: 'existence' | keyof Sight };

export const RouteRules = {
  everybody: { for: 'everybody' },
  signedIn: { for: 'signed-in' },
  roles: (first: Role, ...others: Role[]) => ({ for: 'roles', roles: [first, ...others] }),
  /** Whoever may see every case by the case policy: for lists that are not asked case by case. */
  allCases: { for: 'roles', roles: ROLES.filter((role) => seesAllCases(only(role))) },
  case: (needs: 'existence' | keyof Sight = 'existence') => ({ for: 'case', needs }),
} as const satisfies Record<string, RouteRule | ((...inputs: never[]) => RouteRule)>;

function only(role: Role): CaseReader {
  return { subject: '', roles: [role], organisations: [] };
}

/** `caller`: who the token says is asking, or why it says nothing. Null: come in. */
export function refuseEntry(
  rule: RouteRule | undefined,
  caller: Identity | AccessRefusal,
): AccessRefusal | null {
  if (rule === undefined) return refusal('route-without-rule');
  if (rule.for === 'everybody') return null;
  if ('code' in caller) return caller;
  if (rule.for !== 'roles') return null;
  return hasRole(caller, ...rule.roles) ? null : refusal('role-missing');
}
