import { type Instant, millisecondsBetween, toInstant } from '@ledtid/time';
import type { EventSpec, Role } from '@ledtid/workflow';
import type { InstanceRow } from '../rows';
import type { Actor, Command, Refusal } from './command';
import { refuse } from './refusals';
import { isSentBy, placeOf } from './separation';

/** Nobody checks a delegation while it lasts, so that it has to be given anew after a year. */
const LONGEST_DAYS = 366;

/** Why a sound payload still lends nothing, or takes nothing back. Null: it does, or is about something else. */
export function delegationRefusal(
  spec: EventSpec,
  { delegations }: InstanceRow,
  { payload }: Command,
  actor: Actor,
  at: Instant,
): Refusal | null {
  if (spec.changes !== 'delegation' || actor.system) return null;
  if (payload.number === undefined) return whyNotLend(spec, payload as unknown as Lending, actor, at);
  const grantor = delegations.find(({ number }) => number === payload.number)?.grantor;
  // Whoever lent it may be gone.
  const mayWithdraw = grantor === undefined || grantor === actor.subject || isSentBy(['case_officer'], actor);
  return mayWithdraw ? null : refuse('role-missing');
}

interface Lending {
  readonly role: Role;
  readonly issuer: string;
  readonly subject: string;
  readonly until: string;
}

function whyNotLend(spec: EventSpec, lending: Lending, actor: Actor, at: Instant): Refusal | null {
  const { role, issuer, subject } = lending;
  const isOwn = isSentBy([role], actor) && placeOf([role], actor) === null;
  if (!isOwn || !spec.roles.includes(role)) return refuse('delegated-on');
  if (issuer === actor.issuer && subject === actor.subject)
    return refuse('bad-payload', ['subject: name somebody else than yourself']);
  const length = millisecondsBetween(at, toInstant(lending.until));
  return length > 0 && length <= LONGEST_DAYS * 86_400_000 ? null : refuse('delegation-length');
}
