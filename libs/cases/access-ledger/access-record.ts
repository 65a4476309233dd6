import type { ENTRY, Purpose } from '@ledtid/access';
import type { Instant } from '@ledtid/time';
import { GENESIS } from '../facts/newborn';
import { digestOf } from '../ledger/digest';

/** Somebody looked at cases or tried to, signed in or out, or was turned away at the door. */
export interface Look {
  readonly subject: string;
  readonly roles: readonly string[];
  readonly purpose: Purpose | typeof ENTRY;
  /** Method and route: `GET /api/v1/cases/:id`. */
  readonly request: string;
  /** The instances that were shown or asked for. */
  readonly instances: readonly string[];
  /** Code of the refusal; null: they were shown. */
  readonly refused: string | null;
  /** How often within a minute, where it was counted and not written down each time. */
  readonly times?: number | null;
}

/** A look with its place in the one chain of all looks. */
export interface AccessRecord extends Look {
  readonly number: number;
  readonly at: Instant;
  readonly previousHash: string;
  readonly hash: string;
}

/** The end of the chain. */
export type AccessHead = Pick<AccessRecord, 'number' | 'hash'>;

export const NO_RECORD: AccessHead = { number: 0, hash: GENESIS };

/** The records of some looks, each chained to the one before, from the end of the chain on. */
export function chained(
  head: AccessHead,
  looks: readonly (Look & Pick<AccessRecord, 'at'>)[],
): AccessRecord[] {
  let { number, hash } = head;
  return looks.map((look) => {
    const unsigned = { ...look, number: (number += 1), previousHash: hash };
    hash = hashOf(unsigned);
    return { ...unsigned, hash };
  });
}

export function hashOf(record: Omit<AccessRecord, 'hash'>): string {
  const { number, at, subject, roles, purpose, request, instances, refused, previousHash } = record;
  const said = { number, at, subject, roles, purpose, request, instances, refused, previousHash };
  // Records of before had no count, and hold as they are.
  return digestOf(record.times == null ? said : { ...said, times: record.times });
}
