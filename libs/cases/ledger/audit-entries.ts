import { type AuditCounts, LedgerAudit } from './audit';
import type { VerificationKeys } from './checkpoints/checkpoint-keys';
import { ExportComparison, type ExportedCheckpoints } from './checkpoints/export-comparison';
import type { LedgerEntry } from './ledger-entry';
import type { LedgerFault } from './ledger-fault';

/** What is believed beside the ledger itself. */
export interface Evidence {
  /** Null: signatures are not looked at. */
  readonly keys: VerificationKeys | null;
  /** Null: there is no export to compare with. */
  readonly exported: ExportedCheckpoints | null;
}

export interface AuditResult extends AuditCounts {
  readonly fault: LedgerFault | null;
}

/** Judges a ledger, wherever its entries come from. Ends at the first thing that does not hold. */
export async function auditEntries(
  entries: AsyncIterable<LedgerEntry>,
  { keys, exported }: Evidence,
): Promise<AuditResult> {
  const audit = new LedgerAudit(keys);
  const comparison = exported && (await ExportComparison.with(exported));
  for await (const entry of entries) {
    const fault = audit.take(entry);
    if (fault) return { ...audit.counts(), fault };
    const differs = 'checkpoint' in entry && (await comparison?.take(entry.checkpoint));
    if (differs) return { ...audit.counts(), fault: differs };
  }
  const counts = audit.counts();
  return { ...counts, fault: comparison?.end(counts.checkpoints) ?? audit.end() };
}
