import type { PoolClient } from 'pg';
import { fromColumns } from '../../storage/columns';
import type { LedgerFault } from '../ledger-fault';
import { Peekable } from '../peekable';
import { rowsOf } from '../rows-in-order';
import { MerkleTree } from '../checkpoints/merkle-tree';
import type { Disposal } from './disposal';
import type { RuleDisposal } from './dispose';

/** In order of number. */
export async function* storedDisposals(client: PoolClient): AsyncGenerator<Disposal> {
  for await (const row of rowsOf(client, 'disposals', 'SELECT * FROM disposal ORDER BY number'))
    yield fromColumns(row) as unknown as Disposal;
}

/** How many payloads went under each rule. */
export async function disposedByRule(client: PoolClient): Promise<RuleDisposal[]> {
  const { rows } = await client.query<RuleDisposal>(
    'SELECT rule, source, sum(payloads)::int AS payloads FROM disposal GROUP BY rule, source ORDER BY rule, source',
  );
  return rows;
}

interface Gone {
  digest: string;
  disposal: number;
}

/** The first disposal that is not what it was, or the first event whose payload is gone without one. */
export async function disposalFault(client: PoolClient): Promise<LedgerFault | null> {
  const statement = 'SELECT digest, disposal FROM disposed_payload ORDER BY disposal, digest COLLATE "C"';
  const gone = await Peekable.of(rowsOf<Gone>(client, 'disposed_payloads', statement));
  for await (const { number, payloads, root } of storedDisposals(client)) {
    const tree = new MerkleTree();
    for (const { digest } of await gone.takeWhile(({ disposal }) => disposal === number)) tree.add(digest);
    if (tree.size !== payloads || tree.root() !== root) return disposalChanged(number);
  }
  return gone.next === undefined ? missingPayload(client) : disposalChanged(gone.next.disposal);
}

function disposalChanged(number: number): LedgerFault {
  return { code: 'disposal-changed', instanceId: null, number };
}

async function missingPayload(client: PoolClient): Promise<LedgerFault | null> {
  const { rows } = await client.query<Pick<Required<LedgerFault>, 'instanceId' | 'number' | 'digest'>>(
    `SELECT l.instance_id AS "instanceId", l.number, l.payload_digest AS digest FROM ledger l
     WHERE l.payload_digest IS NOT NULL
       AND NOT EXISTS (SELECT FROM payload p WHERE p.digest = l.payload_digest)
       AND NOT EXISTS (SELECT FROM disposed_payload d WHERE d.digest = l.payload_digest)
     ORDER BY l.instance_id, l.number LIMIT 1`,
  );
  return rows[0] ? { code: 'payload-missing', ...rows[0] } : null;
}
