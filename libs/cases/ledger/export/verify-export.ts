import { auditEntries } from '../audit-entries';
import { exportedLines } from '../checkpoints/checkpoint-file';
import type { Verification, VerificationEvidence } from '../verify';
import { ledgerEntriesOf } from './ledger-file';

/**
 * Verifies an export of a ledger, `text` as `exportLedger` wrote it, without any database. Payloads and forms are not
 * in it, so nothing is said of them. Throws `LedgerFileError`.
 */
export async function verifyExport(
  text: AsyncIterable<string>,
  { keys, exported }: VerificationEvidence,
): Promise<Verification> {
  const lines = exported && { lines: await exportedLines(exported.path), whole: exported.whole };
  const audited = await auditEntries(ledgerEntriesOf(text), { keys, exported: lines });
  return { ...audited, payloads: null, forms: null, disposed: null };
}
