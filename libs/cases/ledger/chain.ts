import { GENESIS } from '../facts/newborn';
import type { LedgerRow } from '../rows';
import { digestOf } from './digest';

/** Hashes a row over its metadata, the digest of its payload, and the row before. */
export function hashOf(row: Omit<LedgerRow, 'hash'>): string {
  return digestOf({
    instanceId: row.instanceId,
    number: row.number,
    type: row.type,
    actor: row.actor,
    onBehalfOf: row.onBehalfOf,
    basis: row.basis,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    workflowVersion: row.workflowVersion,
    regions: row.regions,
    formChanged: row.formChanged,
    record: row.record,
    payloadDigest: row.payloadDigest,
    previousHash: row.previousHash,
  });
}

/** A fault in a chain: which row, and what is wrong with it. */
export interface ChainFault {
  readonly instanceId: string;
  readonly number: number;
  readonly code: 'ledger-row-changed' | 'ledger-row-missing' | 'ledger-order-broken';
}

/** The first row of one instance's chain that does not hold, or null. Rows come in order of number. */
export function firstFault(rows: readonly LedgerRow[]): ChainFault | null {
  let previousHash = GENESIS;
  let expected = 1;
  for (const row of rows) {
    const { instanceId } = row;
    if (row.number !== expected) return { instanceId, number: expected, code: 'ledger-row-missing' };
    if (row.previousHash !== previousHash)
      return { instanceId, number: row.number, code: 'ledger-order-broken' };
    if (hashOf(row) !== row.hash) return { instanceId, number: row.number, code: 'ledger-row-changed' };
    previousHash = row.hash;
    expected += 1;
  }
  return null;
}
