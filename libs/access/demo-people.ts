import type { Role } from '@ledtid/workflow';

/** Somebody who can sign in to the demonstration. The subject is the name that `token --as ROLE:NAME` takes. */
export interface DemoPerson {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organisations: readonly string[];
}

/** The data holders of the demonstration, as their staff's tokens, the catalogue and the releases name them. */
export const DEMO_HOLDERS = { one: 'region-norr', two: 'registry-hjarta' } as const;

const BODY = 'health-data-access-body';

/** First of a role is who `token --as ROLE` means. Everybody here is invented. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('alva', 'Alva Lind', ['applicant'], 'university-north'),
  person('bo', 'Bo Ek', ['applicant'], 'cardia-research'),
  person('cecilia', 'Cecilia Holm', ['case_officer'], BODY),
  person('david', 'David Sand', ['case_officer'], BODY),
  person('eva', 'Eva Berg', ['legal_reviewer'], BODY),
  person('farid', 'Farid Amini', ['technical_reviewer'], BODY),
  person('gunilla', 'Gunilla Strand', ['decision_maker'], BODY),
  // Holds both roles so that four eyes can be seen to refuse her on a case she reviewed.
  person('hanna', 'Hanna Dahl', ['legal_reviewer', 'decision_maker'], BODY),
  person('ines', 'Ines Nyberg', ['data_holder'], DEMO_HOLDERS.one),
  person('johan', 'Johan Frisk', ['data_holder'], DEMO_HOLDERS.two),
  person('karin', 'Karin Wall', ['environment_operator'], 'secure-environment'),
  person('lars', 'Lars Hed', ['data_engineer'], BODY),
  person('maria', 'Maria Grahn', ['manager'], BODY),
  person('nils', 'Nils Alm', ['auditor'], BODY),
  person('olga', 'Olga Fors', ['administrator'], BODY),
];

/** The person of that name who holds the role, or without a name the first who does. Null: nobody does. */
export function findDemoPerson(role: Role, subject?: string): DemoPerson | null {
  const holds = DEMO_PEOPLE.filter(({ roles }) => roles.includes(role));
  const found = subject === undefined ? holds[0] : holds.find((candidate) => candidate.subject === subject);
  return found ?? null;
}

function person(subject: string, name: string, roles: readonly Role[], organisation: string): DemoPerson {
  return { subject, name, roles, organisations: [organisation] };
}
