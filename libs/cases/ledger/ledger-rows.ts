import type { PoolClient } from 'pg';
import { storedLooks } from '../access-ledger/stored-looks';
import type { LedgerRow } from '../rows';
import { ledgerRowOf } from '../storage/load-family';
import type { Head } from './checkpoints/head';
import { checkpointsFrom, namedHeads } from './checkpoints/stored-checkpoints';
import { storedDisposals } from './disposal/stored-disposals';
import type { LedgerEntry, StoredChain } from './ledger-entry';
import { Peekable } from './peekable';
import { rowsOf } from './rows-in-order';

/** The whole ledger, one instance's rows at a time and in order, with bounded memory. */
export async function* ledgersByInstance(client: PoolClient): AsyncGenerator<LedgerRow[]> {
  const rows = await Peekable.of(ledgerRows(client));
  for (let first = rows.next; first !== undefined; first = rows.next) {
    const { instanceId } = first;
    yield await rows.takeWhile((row) => row.instanceId === instanceId);
  }
}

/** Everything there is to verify, as it stands in the snapshot of `client`'s transaction. */
export async function* ledgerEntries(client: PoolClient): AsyncGenerator<LedgerEntry> {
  for await (const chain of storedChains(client)) yield { chain };
  for await (const disposal of storedDisposals(client)) yield { disposal };
  const looks = await Peekable.of(storedLooks(client));
  for await (const checkpoint of checkpointsFrom(client, 1)) {
    const { looks: covered = 0 } = checkpoint;
    for await (const look of looks.whilst(({ number }) => number <= covered)) yield { look };
    yield { checkpoint };
  }
  for await (const look of looks.whilst(() => true)) yield { look };
}

async function* storedChains(client: PoolClient): AsyncGenerator<StoredChain> {
  const rows = await Peekable.of(ledgerRows(client));
  const heads = await Peekable.of(instanceHeads(client));
  const named = await Peekable.of(namedHeads(client));
  for (;;) {
    // PostgreSQL orders uuids as their text is ordered.
    const [instanceId] = [rows, heads, named].flatMap(({ next }) => next?.instanceId ?? []).sort();
    if (instanceId === undefined) return;
    const ofInstance = (row: { instanceId: string }) => row.instanceId === instanceId;
    const [head = null] = await heads.takeWhile(ofInstance);
    yield {
      ...{ instanceId, head },
      ...{ rows: await rows.takeWhile(ofInstance), named: await named.takeWhile(ofInstance) },
    };
  }
}

async function* ledgerRows(client: PoolClient): AsyncGenerator<LedgerRow> {
  const statement = 'SELECT * FROM ledger ORDER BY instance_id, number';
  for await (const columns of rowsOf(client, 'ledger_rows', statement)) yield ledgerRowOf(columns);
}

function instanceHeads(client: PoolClient): AsyncGenerator<Head> {
  return rowsOf<Head>(
    client,
    'instance_heads',
    'SELECT id AS "instanceId", version, hash FROM instance ORDER BY id',
  );
}
