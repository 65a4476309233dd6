import type { DynamicModule, Provider } from '@nestjs/common';
import { AccessLedger } from '@ledtid/cases';
import { CommandDemands, Entrance, type Entrant } from '../../apps/api';
import { EVERYBODY } from '../commands/people';

/** Says who sends a request, where nobody asks for a proof. */
export const SUBJECT_HEADER = 'x-bench-subject';

const KNOWN = new Map(EVERYBODY.map((person) => [person.subject, person]));

/** What the product asks and writes down of whoever comes in, done by nobody. */
const OPEN: readonly { provide: unknown; useValue: object }[] = [
  { provide: Entrance, useValue: { whoSent: believed } },
  { provide: CommandDemands, useValue: { refuse: () => Promise.resolve(null) } },
  { provide: AccessLedger, useValue: { record: () => Promise.resolve() } },
];

/** The same modules without sessions, tokens, levels of assurance and access ledger. It exists in bench/ alone. */
export function lettingAllIn(modules: DynamicModule[]): DynamicModule[] {
  return modules.map((module) => ({ ...module, providers: (module.providers ?? []).map(opened) }));
}

function opened(provider: Provider): Provider {
  const token = typeof provider === 'function' ? provider : provider.provide;
  return (OPEN.find(({ provide }) => provide === token) as Provider | undefined) ?? provider;
}

function believed({ headers }: { headers: Record<string, unknown> }): Promise<Entrant> {
  const person = KNOWN.get(String(headers[SUBJECT_HEADER]));
  if (person === undefined) throw new Error('The benchmark sent a request as nobody.');
  const { subject, roles, organisations } = person;
  return Promise.resolve({ identity: { subject, roles, organisations, issuer: 'bench' }, session: null });
}
