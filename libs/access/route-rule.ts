import { ROLES, type Role } from '@ledtid/workflow';
import { type AccessRefusal, refusal } from './access-refusal';
import { hasRole, type Identity } from './identity';
import {
  type CaseReader,
  type SeenInstance,
  type Sight,
  groundsOf,
  seesAllCases,
  sightOf,
} from './case-policy';

/**
 * Who may use a route. Every route declares one; a route without any lets nobody in.
 * `case`: anybody signed in may ask, and the case policy answers for the one instance: 404 where it says no, 403
 * where its sight lacks what the route needs, or the caller the one role that may use it.
 */
export type RouteRule =
  | { readonly for: 'everybody' }
  | { readonly for: 'signed-in' }
  | { readonly for: 'roles'; readonly roles: readonly Role[] }
  | { readonly for: 'case'; readonly needs: 'existence' | keyof Sight; readonly role: Role | null };

export const RouteRules = {
  everybody: { for: 'everybody' },
  signedIn: { for: 'signed-in' },
  roles: (first: Role, ...others: Role[]) => ({ for: 'roles', roles: [first, ...others] }),
  /** Whoever may see every case by the case policy: for lists that are not asked case by case. */
  allCases: { for: 'roles', roles: ROLES.filter((role) => seesAllCases(only(role))) },
  /** Whoever may see any case at all by the case policy: for lists of cases, which then hold those alone. */
  someCases: { for: 'roles', roles: ROLES.filter((role) => groundsOf(only(role)).length > 0) },
  case: (needs: 'existence' | keyof Sight = 'existence', role: Role | null = null) => ({
    ...{ for: 'case', needs, role },
  }),
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

/** The answer, as the status of HTTP, that a rule gives before any state of a case is looked at. */
export type RouteAnswer = 200 | 401 | 403 | 404;

/**
 * What somebody is answered by a route, of an instance where the route is about one. Nothing decides by it: it
 * says what the guard, and the case policy behind it, are held to.
 */
export function answerOf(
  rule: RouteRule,
  caller: Identity | AccessRefusal,
  instance: SeenInstance,
): RouteAnswer {
  const isNobody = 'code' in caller;
  if (refuseEntry(rule, caller) !== null) return isNobody ? 401 : 403;
  if (rule.for !== 'case' || isNobody) return 200;
  const sight = sightOf(caller, instance);
  if (sight === null) return 404;
  const suffices = rule.needs === 'existence' || sight[rule.needs];
  return suffices && (rule.role === null || hasRole(caller, rule.role)) ? 200 : 403;
}
