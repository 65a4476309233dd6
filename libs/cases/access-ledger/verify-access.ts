import type { Pool } from 'pg';
import { readingSnapshot } from '@ledtid/platform';
import { rowsOf } from '../ledger/rows-in-order';
import { type AccessRecord, NO_RECORD, hashOf } from './access-record';
import { recordOf } from './find-access';

/** A place where the chain of looks does not hold. */
export interface AccessFault {
  readonly code: 'access-record-changed' | 'access-record-missing' | 'access-order-broken';
  readonly number: number;
}

export interface AccessVerification {
  readonly looks: number;
  /** The first broken record; null when the chain holds. What is missing at its end only a checkpoint can tell. */
  readonly fault: AccessFault | null;
}

/** Walks the chain of looks in one snapshot. */
export function verifyAccess(pool: Pool): Promise<AccessVerification> {
  return readingSnapshot(pool, async (client) => {
    let { number, hash } = NO_RECORD;
    const statement = 'SELECT * FROM access_record ORDER BY number';
    for await (const columns of rowsOf(client, 'access_records', statement)) {
      const record = recordOf(columns);
      const fault = faultOf(record, { number, hash });
      if (fault !== null) return { looks: number, fault };
      ({ number, hash } = record);
    }
    return { looks: number, fault: null };
  });
}

function faultOf(record: AccessRecord, before: Pick<AccessRecord, 'number' | 'hash'>): AccessFault | null {
  const expected = before.number + 1;
  if (record.number !== expected) return { code: 'access-record-missing', number: expected };
  if (record.previousHash !== before.hash) return { code: 'access-order-broken', number: expected };
  return hashOf(record) === record.hash ? null : { code: 'access-record-changed', number: expected };
}
