import type { Role } from '@ledtid/workflow';
import type { AssuranceLevel } from './assurance/level';

/** Who is asking, as an issuer of tokens has vouched for it. */
export interface Identity {
  /** Names a person for good: it stands in the ledger. Never begins with `system:`. */
  readonly subject: string;
  readonly name?: string;
  readonly roles: readonly Role[];
  /** Ids of organisations; for a data holder those whose inquiries and releases it works. */
  readonly organisations: readonly string[];
  /** The `iss` of the token. */
  readonly issuer: string;
  /** How surely the issuer knows whom it signed in; without it not at all. */
  readonly assurance?: AssuranceLevel;
}

export function hasRole(identity: Pick<Identity, 'roles'>, ...roles: readonly Role[]): boolean {
  return roles.some((role) => identity.roles.includes(role));
}
