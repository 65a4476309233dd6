import { findDemoPerson } from '@ledtid/access';
import { ROLES, type Role } from '@ledtid/workflow';
import { InvalidArgumentError } from 'commander';
import { openDemoIssuer } from '../demo-issuer';
import type { CommandFile } from '../host';

interface Asked {
  readonly role: Role;
  readonly name?: string;
}

export const tokenCommand: CommandFile = (program, host) => {
  program
    .command('token')
    .description('a bearer token of a person of the demonstration (embedded default only)')
    .requiredOption('--as <role[:name]>', 'a role, and where several hold it, who', askedFor)
    .action(
      host.run(async (context, { as }: { as: Asked }) => {
        const token = await (await openDemoIssuer(context)).issueToken(as);
        return { document: { token, ...findDemoPerson(as.role, as.name) }, text: token };
      }),
    );
};

function askedFor(value: string): Asked {
  const [role = '', name] = value.split(':');
  if (!isRole(role)) throw new InvalidArgumentError(`The roles are ${ROLES.join(', ')}.`);
  return name === undefined ? { role } : { role, name };
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
