import type { Case } from '../api/client';
import { hasRole, useMe } from '../session/me';

/** Whether the form and the documents of a case are the reader's to change: as a draft, and while the case waits for its applicant. */
export function useMayChange({ form, outcome, stages }: Pick<Case, 'form' | 'outcome' | 'stages'>): boolean {
  const me = useMe();
  const isWithApplicant = stages.some(({ party }) => party === 'applicant');
  return form !== null && outcome === null && isWithApplicant && hasRole(me, ['applicant']);
}
