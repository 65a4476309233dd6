import type { EventSpec, Role } from '@ledtid/workflow';
import type { InstanceRow } from '../rows';
import type { Actor } from './command';

/** Why somebody has to keep out of something that their roles would let them do. */
export type Meeting =
  'conflict-of-interest' | 'four-eyes' | 'preparation-apart' | 'decision-not-delegated' | 'delegated-on';

/** Somebody about to send an event. */
export interface Sending {
  readonly spec: EventSpec;
  /** The instance and all above it. */
  readonly line: readonly InstanceRow[];
  /** Roles that may send it. */
  readonly allowed: readonly Role[];
  readonly actor: Actor;
}

export function isSentBy(allowed: readonly Role[], { roles }: Actor): boolean {
  return allowed.some((role) => roles.includes(role));
}

/** In whose place somebody acts who may send an event by a lent role alone; null: in their own. */
export function placeOf(allowed: readonly Role[], { roles, lent = [] }: Actor): string | null {
  const isLent = (role: Role) => lent.some((one) => one.role === role);
  if (allowed.some((role) => roles.includes(role) && !isLent(role))) return null;
  return lent.find(({ role }) => allowed.includes(role))?.grantor ?? null;
}

/**
 * Whoever has a conflict of interest, as everybody has in a case of their own, takes no part in it (förvaltningslagen
 * 16 and 17 §§) but what an applicant does. Whoever assessed a case neither decides it nor prepares its data: Art 55(3)
 * wants these tasks apart. A lent role carries no decision, and meets what its lender would meet. `others`: on whose
 * behalf it is sent, and who would be assigned. Null: nothing stands against it.
 */
export function meeting({ spec, line, allowed, actor }: Sending, others: readonly string[]): Meeting | null {
  const { decision = false, preparation = false, changes } = spec;
  const lender = placeOf(allowed, actor);
  if (lender !== null && decision) return 'decision-not-delegated';
  if (lender !== null && changes === 'delegation') return 'delegated-on';
  const subjects = [actor.subject, ...(lender === null ? [] : [lender]), ...others];
  const anyIn = (listed: readonly string[] = []) => subjects.some((subject) => listed.includes(subject));
  const asApplicant = allowed.includes('applicant') && actor.roles.includes('applicant');
  const isBarred = line.some(({ conflicts, owner }) => owner === actor.subject || anyIn(conflicts));
  if (isBarred && !asApplicant) return 'conflict-of-interest';
  if (decision && anyIn(line[0]?.assessors)) return 'four-eyes';
  return preparation && anyIn(line.at(-1)?.assessors) ? 'preparation-apart' : null;
}
