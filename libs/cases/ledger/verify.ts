import type { Pool, PoolClient } from 'pg';
import { readingSnapshot } from '@ledtid/platform';
import { type ChainFault, firstFault } from './chain';
import { digestOf } from './digest';
import { ledgersByInstance } from './ledger-rows';

/** A place where what is stored is not what was written. */
export interface LedgerFault {
  readonly code:
    ChainFault['code'] | 'ledger-tail-missing' | 'ledger-head-changed' | 'payload-changed' | 'form-changed';
  readonly instanceId: string | null;
  /** Ledger number, or version of a form revision. */
  readonly number: number | null;
  readonly digest?: string;
}

export interface Verification {
  readonly instances: number;
  readonly events: number;
  readonly payloads: number;
  readonly forms: number;
  /** The first broken row; null when everything holds. */
  readonly fault: LedgerFault | null;
}

/**
 * Walks every chain of the ledger, then every payload and form revision against its digest, in one snapshot.
 * A payload that is gone was disposed of and is no fault; one that differs is.
 */
export async function verifyLedger(pool: Pool): Promise<Verification> {
  return readingSnapshot(pool, async (client) => {
    const heads = await headsOf(client);
    const counts = { instances: 0, events: 0, payloads: 0, forms: 0 };
    for await (const rows of ledgersByInstance(client)) {
      counts.instances += 1;
      counts.events += rows.length;
      const instanceId = rows[0]?.instanceId ?? '';
      const fault =
        firstFault(rows) ?? headFault(instanceId, rows.length, rows.at(-1)?.hash, heads.get(instanceId));
      if (fault) return { ...counts, fault };
      heads.delete(instanceId);
    }
    const [lost] = heads.keys();
    if (lost !== undefined)
      return { ...counts, fault: { code: 'ledger-tail-missing', instanceId: lost, number: 1 } };
    counts.payloads = await countOf(client, 'payload');
    counts.forms = await countOf(client, 'form_revision');
    return { ...counts, fault: (await payloadFault(client)) ?? (await formFault(client)) };
  });
}

type Head = { version: number; hash: string };

async function headsOf(client: PoolClient): Promise<Map<string, Head>> {
  const { rows } = await client.query<{ id: string } & Head>('SELECT id, version, hash FROM instance');
  return new Map(rows.map(({ id, version, hash }) => [id, { version, hash }]));
}

function headFault(
  instanceId: string,
  length: number,
  hash: string | undefined,
  head?: Head,
): LedgerFault | null {
  if (!head || head.version > length) return { code: 'ledger-tail-missing', instanceId, number: length + 1 };
  return head.hash === hash ? null : { code: 'ledger-head-changed', instanceId, number: length };
}

async function payloadFault(client: PoolClient): Promise<LedgerFault | null> {
  const { rows } = await client.query<{ digest: string; body: unknown }>(
    'SELECT digest, body FROM payload ORDER BY digest',
  );
  const broken = rows.find(({ digest, body }) => digestOf(body) !== digest);
  return broken ? { code: 'payload-changed', instanceId: null, number: null, digest: broken.digest } : null;
}

async function formFault(client: PoolClient): Promise<LedgerFault | null> {
  const { rows } = await client.query<{
    instance_id: string;
    version: number;
    digest: string;
    body: unknown;
  }>('SELECT instance_id, version, digest, body FROM form_revision ORDER BY instance_id, version');
  const broken = rows.find(({ digest, body }) => digestOf(body) !== digest);
  if (!broken) return null;
  return {
    code: 'form-changed',
    instanceId: broken.instance_id,
    number: broken.version,
    digest: broken.digest,
  };
}

async function countOf(client: PoolClient, table: 'payload' | 'form_revision'): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return rows[0]?.count ?? 0;
}
