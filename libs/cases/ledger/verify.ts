import type { Pool, PoolClient } from 'pg';
import { withTransaction } from '@ledtid/platform';
import { type AuditResult, auditEntries } from './audit-entries';
import { exportedLines } from './checkpoints/checkpoint-file';
import type { VerificationKeys } from './checkpoints/checkpoint-keys';
import { withCheckpointLock } from './checkpoints/checkpoint-lock';
import { digestOf } from './digest';
import type { RuleDisposal } from './disposal/dispose';
import { disposalFault, disposedByRule } from './disposal/stored-disposals';
import type { LedgerFault } from './ledger-fault';
import { ledgerEntries } from './ledger-rows';
import { rowsOf } from './rows-in-order';

/** What a verification of the database may rest on beside it. */
export interface VerificationEvidence {
  /** Whose signatures are believed; null: none is looked at, for who only asks whether the product wrote soundly. */
  readonly keys: VerificationKeys | null;
  /** The export of the checkpoints; null: there is none to compare with. */
  readonly exported: { readonly path: string; readonly whole: boolean } | null;
}

export interface Verification extends AuditResult {
  /** Null where they were not there to be verified. */
  readonly payloads: number | null;
  readonly forms: number | null;
  /** What was disposed of, by rule; null where that could not be counted. */
  readonly disposed: readonly RuleDisposal[] | null;
}

const NO_EVIDENCE: VerificationEvidence = { keys: null, exported: null };

/**
 * Walks every chain of the ledger and the one of the access ledger, holds them against the signed checkpoints and these against their export, then
 * every payload and form revision against its digest, in one snapshot. `fault` is the first thing that does not
 * hold. A payload that is gone without a disposal is a fault, as is one that differs. The pool needs two connections.
 */
export async function verifyLedger(pool: Pool, evidence = NO_EVIDENCE): Promise<Verification> {
  return withCheckpointLock(pool, async (_client, unlock) => {
    // Nobody makes a checkpoint until export and database have both been caught at the same moment.
    const exported = await exportAsItIs(evidence);
    return withTransaction(pool, async (client) => {
      await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      await unlock();
      const counted = {
        payloads: await countOf(client, 'payload'),
        forms: await countOf(client, 'form_revision'),
        disposed: await disposedByRule(client),
      };
      const audited = await auditEntries(ledgerEntries(client), { keys: evidence.keys, exported });
      const fault =
        audited.fault ??
        (await payloadFault(client)) ??
        (await disposalFault(client)) ??
        (await formFault(client));
      return { ...audited, ...counted, fault };
    });
  });
}

async function exportAsItIs({ exported }: VerificationEvidence) {
  return exported && { lines: await exportedLines(exported.path), whole: exported.whole };
}

interface Digested {
  digest: string;
  body: unknown;
}

async function payloadFault(client: PoolClient): Promise<LedgerFault | null> {
  const payloads = rowsOf<Digested>(client, 'payloads', 'SELECT digest, body FROM payload ORDER BY digest');
  for await (const { digest, body } of payloads) {
    if (digestOf(body) !== digest) return { code: 'payload-changed', instanceId: null, number: null, digest };
  }
  return null;
}

interface Revision extends Digested {
  instanceId: string;
  number: number;
}

async function formFault(client: PoolClient): Promise<LedgerFault | null> {
  const revisions = rowsOf<Revision>(
    client,
    'form_revisions',
    `SELECT instance_id AS "instanceId", version AS number, digest, body FROM form_revision
     ORDER BY instance_id, version`,
  );
  for await (const { instanceId, number, digest, body } of revisions) {
    if (digestOf(body) !== digest) return { code: 'form-changed', instanceId, number, digest };
  }
  return null;
}

async function countOf(client: PoolClient, table: 'payload' | 'form_revision'): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return rows[0]?.count ?? 0;
}
