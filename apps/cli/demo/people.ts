import { DEMO_PEOPLE } from '@ledtid/access';
import type { Role } from '@ledtid/workflow';

/** Who acts in the demonstration, by subject, and as what: nine identities, each with a token of its own. */
const CAST = {
  alva: 'applicant',
  cecilia: 'case_officer',
  // Reviews, and also holds the role of a decision maker: four eyes keep her from deciding.
  hanna: 'legal_reviewer',
  farid: 'technical_reviewer',
  gunilla: 'decision_maker',
  ines: 'data_holder',
  johan: 'data_holder',
  lars: 'data_engineer',
  karin: 'environment_operator',
} as const satisfies Record<string, Role>;

export type Person = keyof typeof CAST;

/** A bearer token for somebody of the demonstration. */
export type TokenOf = (asked: { role: Role; name: string }) => Promise<string>;

/** Signs everybody in once. */
export class SignedIn {
  private readonly tokens = new Map<Person, Promise<string>>();

  constructor(private readonly tokenOf: TokenOf) {}

  token(person: Person): Promise<string> {
    const token = this.tokens.get(person) ?? this.tokenOf({ role: roleOf(person), name: person });
    this.tokens.set(person, token);
    return token;
  }
}

export function roleOf(person: Person): Role {
  return CAST[person];
}

export function nameOf(person: Person): string {
  return DEMO_PEOPLE.find(({ subject }) => subject === person)?.name ?? person;
}
