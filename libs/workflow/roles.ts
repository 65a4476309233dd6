/** The roles of the field (docs/glossary.md). `system` is no person's: automatic steps carry it. */
export const ROLES = [
  'applicant',
  'case_officer',
  'legal_reviewer',
  'technical_reviewer',
  'decision_maker',
  'data_holder',
  'environment_operator',
  'data_engineer',
  'manager',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/**
 * Roles whose part in a case may be lent to somebody else for a time. Not a decision maker's: Art 55(3) wants decisions
 * apart, and so taken by whom the body has named; nor those of people who take no part in cases.
 */
export const LENDABLE_ROLES = [
  'applicant',
  'case_officer',
  'legal_reviewer',
  'technical_reviewer',
  'data_holder',
  'environment_operator',
  'data_engineer',
] as const satisfies readonly Role[];

export type LendableRole = (typeof LENDABLE_ROLES)[number];
