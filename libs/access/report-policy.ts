import type { Role } from '@ledtid/workflow';
import { type AccessRefusal, refusal } from './access-refusal';
import { hasRole, type Identity } from './identity';

/** All who work for the body read reports: they name no person, and no case. */
export const REPORT_READERS = [
  'manager',
  ...(['case_officer', 'legal_reviewer', 'technical_reviewer', 'decision_maker'] as const),
  ...(['data_engineer', 'auditor', 'administrator'] as const),
] as const satisfies readonly Role[];

/**
 * Whose own view a reader may have who asks for that of `asked`: who reads reports anybody's, a data holder its own
 * organisations', and the one that it belongs to without naming it. No holder: none was named, nor is there just one.
 */
export function holderToShow(
  reader: Pick<Identity, 'roles' | 'organisations'>,
  asked: string | undefined,
): { readonly holder?: string } | AccessRefusal {
  const own = hasRole(reader, 'data_holder') ? reader.organisations : [];
  const [only] = own.length === 1 ? own : [];
  const holder = asked ?? only;
  if (holder === undefined) return {};
  const may = own.includes(holder) || hasRole(reader, ...REPORT_READERS);
  return may ? { holder } : refusal('holder-unknown');
}
