import {
  type AccessFault,
  type AccessVerification,
  type LedgerFault,
  type Verification,
  verifyAccess,
  verifyLedger,
} from '@ledtid/cases';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import type { Answer } from '../output/answer';

export const verifyCommand: CommandFile = (program, host) => {
  program
    .command('verify')
    .description('walk the ledger and the access ledger; exit 1 and the first broken row if one was touched')
    .action(
      host.run((context) =>
        withDatabase(context, async (pool) => answerOf(await verifyLedger(pool), await verifyAccess(pool))),
      ),
    );
};

/** Document: the counts, `ok`, and `fault` (null when everything holds). */
function answerOf(verification: Verification, access: AccessVerification): Answer {
  const { instances, events, payloads, forms } = verification;
  const { looks } = access;
  const counted = `${instances} instances, ${events} events, ${payloads} payloads, ${forms} form revisions, ${looks} looks`;
  const fault = verification.fault ?? access.fault;
  const ok = fault === null;
  const text = ok ? `The ledger holds: ${counted}.` : `${sentenceOf(fault)} (${fault.code})`;
  return { document: { ok, ...verification, looks, fault }, text, failed: !ok };
}

const FAULTS: Record<(LedgerFault | AccessFault)['code'], string> = {
  'ledger-row-changed': 'it is not what was written',
  'ledger-row-missing': 'it is not there',
  'ledger-order-broken': 'it does not follow from the row before',
  'ledger-tail-missing': 'it is not there, although the case has come further',
  'ledger-head-changed': 'the case does not rest on it',
  'payload-changed': 'it is not what was written',
  'form-changed': 'it is not what was saved',
  'access-record-changed': 'it is not what was written',
  'access-record-missing': 'it is not there',
  'access-order-broken': 'it does not follow from the record before',
};

function sentenceOf(fault: LedgerFault | AccessFault): string {
  const place = 'instanceId' in fault ? placeOf(fault) : `Record ${fault.number} of the access ledger`;
  return `${place} is broken: ${FAULTS[fault.code]}.`;
}

function placeOf({ code, instanceId, number, digest }: LedgerFault): string {
  if (code === 'payload-changed') return `Payload ${digest ?? ''}`;
  const what = code === 'form-changed' ? 'Form revision' : 'Ledger row';
  return `${what} ${number ?? ''} of instance ${instanceId ?? ''}`;
}
