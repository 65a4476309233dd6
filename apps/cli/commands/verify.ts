import { type LedgerFault, type Verification, verifyLedger } from '@ledtid/cases';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import type { Answer } from '../output/answer';

export const verifyCommand: CommandFile = (program, host) => {
  program
    .command('verify')
    .description('walk the ledger; exit 1 and the first broken row if it was touched')
    .action(host.run(async (context) => answerOf(await withDatabase(context, verifyLedger))));
};

/** Document: the counts, `ok`, and `fault` (null when everything holds). */
function answerOf(verification: Verification): Answer {
  const { fault, instances, events, payloads, forms } = verification;
  const ok = fault === null;
  const counted = `${instances} instances, ${events} events, ${payloads} payloads, ${forms} form revisions`;
  const text = ok ? `The ledger holds: ${counted}.` : `${sentenceOf(fault)} (${fault.code})`;
  return { document: { ok, ...verification }, text, failed: !ok };
}

const FAULTS: Record<LedgerFault['code'], string> = {
  'ledger-row-changed': 'it is not what was written',
  'ledger-row-missing': 'it is not there',
  'ledger-order-broken': 'it does not follow from the row before',
  'ledger-tail-missing': 'it is not there, although the case has come further',
  'ledger-head-changed': 'the case does not rest on it',
  'payload-changed': 'it is not what was written',
  'form-changed': 'it is not what was saved',
};

function sentenceOf(fault: LedgerFault): string {
  return `${placeOf(fault)} is broken: ${FAULTS[fault.code]}.`;
}

function placeOf({ code, instanceId, number, digest }: LedgerFault): string {
  if (code === 'payload-changed') return `Payload ${digest ?? ''}`;
  const what = code === 'form-changed' ? 'Form revision' : 'Ledger row';
  return `${what} ${number ?? ''} of instance ${instanceId ?? ''}`;
}
