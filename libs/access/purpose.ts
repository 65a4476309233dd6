import { type AccessRefusal, refusal } from './access-refusal';
import type { Identity } from './identity';

/** What somebody looks at a case for: it stands beside every look in the access ledger. */
export const PURPOSES = [
  'case-handling',
  'own-case',
  'audit',
  'supervision',
  'support',
  'data-subject-request',
] as const;

export type Purpose = (typeof PURPOSES)[number];

/** Of a record that is no look at a case: somebody came in or went out, or was turned away at the door. */
export const ENTRY = 'entry';

/** As the caller says; who says nothing looks for what the role is there for. */
export function purposeOf(
  said: string | undefined,
  { roles }: Pick<Identity, 'roles'>,
): Purpose | AccessRefusal {
  if (said === undefined) return usualPurpose(roles);
  return PURPOSES.find((purpose) => purpose === said) ?? refusal('purpose-unknown');
}

function usualPurpose(roles: Identity['roles']): Purpose {
  if (roles.every((role) => role === 'applicant')) return 'own-case';
  return roles.every((role) => role === 'auditor') ? 'audit' : 'case-handling';
}
