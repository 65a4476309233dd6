import type { Instant } from '@ledtid/time';
import type { LendableRole, Right } from '@ledtid/workflow';

/** A role that somebody lent to another, in one case and what lies below it, until a moment. */
export interface Delegation {
  /** Ledger number of the event by which it was given. */
  readonly number: number;
  /** Subject of whoever lent it. */
  readonly grantor: string;
  readonly role: LendableRole;
  /** `read`: see what the role sees. `act`: besides, do what the role may do, but take decisions. */
  readonly right: Right;
  readonly issuer: string;
  readonly subject: string;
  /** The first moment at which it no longer holds. */
  readonly until: Instant;
}
