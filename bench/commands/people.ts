import type { Actor } from '@ledtid/cases';
import type { Role } from '@ledtid/workflow';

/** Who works in the benchmark's installation: about the staff of one body and its surroundings. */
export interface Cast {
  readonly applicants: readonly Actor[];
  readonly officers: readonly Actor[];
  readonly lawyers: readonly Actor[];
  readonly technicians: readonly Actor[];
  readonly deciders: readonly Actor[];
  readonly holders: readonly Actor[];
}

export const CAST: Cast = {
  applicants: group('applicant', 40, 'applicant'),
  officers: group('officer', 8, 'case_officer'),
  lawyers: group('lawyer', 5, 'legal_reviewer'),
  technicians: group('technician', 5, 'technical_reviewer'),
  deciders: group('decider', 3, 'decision_maker'),
  holders: group('holder', 20, 'data_holder'),
};

export const EVERYBODY: readonly Actor[] = Object.values(CAST).flat();

/** The one organisation of somebody; a holder's is the holder itself. */
export function organisationOf({ organisations, subject }: Actor): string {
  const [first] = organisations;
  if (first === undefined) throw new Error(`${subject} belongs to no organisation.`);
  return first;
}

function group(name: string, size: number, role: Role): Actor[] {
  return Array.from({ length: size }, (_, index) => {
    const subject = `${name}-${String(index + 1).padStart(2, '0')}`;
    return { subject, roles: [role], organisations: [`organisation-of-${subject}`], system: false };
  });
}
