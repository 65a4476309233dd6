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
