import Cursor from 'pg-cursor';
import type { PoolClient } from 'pg';
import type { LedgerRow } from '../rows';
import { ledgerRowOf } from '../storage/load-family';

const BATCH = 2_000;

/** The whole ledger, one instance's rows at a time and in order, with bounded memory. */
export async function* ledgersByInstance(client: PoolClient): AsyncGenerator<LedgerRow[]> {
  const cursor = client.query(
    new Cursor<Record<string, unknown>>('SELECT * FROM ledger ORDER BY instance_id, number'),
  );
  let rows: LedgerRow[] = [];
  for (let batch = await cursor.read(BATCH); batch.length > 0; batch = await cursor.read(BATCH)) {
    for (const columns of batch) {
      const row = ledgerRowOf(columns);
      if (rows[0] && rows[0].instanceId !== row.instanceId) {
        yield rows;
        rows = [];
      }
      rows.push(row);
    }
  }
  await cursor.close();
  if (rows.length > 0) yield rows;
}
