import type { PoolClient } from 'pg';
import { rowsOf } from '../ledger/rows-in-order';
import { fromColumns } from '../storage/columns';
import { type AccessHead, type AccessRecord, NO_RECORD } from './access-record';

/** The whole access ledger, in order of number. */
export async function* storedLooks(client: PoolClient): AsyncGenerator<AccessRecord> {
  const statement = 'SELECT * FROM access_record ORDER BY number';
  for await (const columns of rowsOf(client, 'access_records', statement)) yield lookOf(columns);
}

export async function newestLook(client: PoolClient): Promise<AccessHead> {
  const { rows } = await client.query<AccessHead>(
    'SELECT number, hash FROM access_record ORDER BY number DESC LIMIT 1',
  );
  return rows[0] ?? NO_RECORD;
}

export async function lookAt(client: PoolClient, number: number): Promise<AccessHead | undefined> {
  const { rows } = await client.query<AccessHead>(
    'SELECT number, hash FROM access_record WHERE number = $1',
    [number],
  );
  return rows[0];
}

export function lookOf(columns: Record<string, unknown>): AccessRecord {
  return fromColumns(columns) as unknown as AccessRecord;
}
