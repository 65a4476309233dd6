import type { LedgerFault, Verification } from '@ledtid/cases';
import type { Answer } from '../output/answer';

/** Of the whole: the counts, `ok`, and `fault` (null when everything holds). */
export function verificationAnswer(verification: Verification): Answer {
  const { fault } = verification;
  const ok = fault === null;
  const text = ok
    ? [
        `The ledger holds: ${countsOf(verification)}.`,
        ...disposalsOf(verification),
        ...prunedOf(verification),
        coverOf(verification),
      ].join('\n')
    : `${placeOf(fault)} is broken: ${FAULTS[fault.code](fault)}. (${fault.code})`;
  return { document: { ok, ...verification }, text, failed: !ok };
}

function countsOf({ instances, events, payloads, forms, checkpoints, looks }: Verification): string {
  const counted = [`${instances} instances`, `${events} events`, `${checkpoints} checkpoints`];
  if (payloads !== null) counted.push(`${payloads} payloads`);
  if (forms !== null) counted.push(`${forms} form revisions`);
  return [...counted, `${looks} looks`].join(', ');
}

function disposalsOf({ disposed }: Verification): string[] {
  return (disposed ?? []).map(
    ({ rule, source, payloads }) => `${payloads} payloads disposed under rule ${rule} (${source}).`,
  );
}

function prunedOf({ pruned }: Verification): string[] {
  if (pruned === null) return [];
  return [`Looks up to row ${pruned.looks} were pruned under rule ${pruned.rule} (${pruned.source}).`];
}

/** What a checkpoint cannot tell must be said, or silence would pass for proof. */
function coverOf({
  lastCheckpoint,
  afterLastCheckpoint: rows,
  looksAfterLastCheckpoint: looks,
}: Verification): string {
  if (lastCheckpoint === null) {
    return 'No checkpoint was made yet: whether rows were cut off the ends of chains cannot be told.';
  }
  const { number, at } = lastCheckpoint;
  const since = `${rows} ${rows === 1 ? 'row' : 'rows'} and ${looks} ${looks === 1 ? 'look' : 'looks'} have come since`;
  return `Checkpoint ${number} of ${at} is the last; ${since}, and whether any more were cut off cannot be told.`;
}

const FAULTS: Record<LedgerFault['code'], (fault: LedgerFault) => string> = {
  'ledger-row-changed': () => 'it is not what was written',
  'ledger-row-missing': () => 'it is not there',
  'ledger-order-broken': () => 'it does not follow from the row before',
  'ledger-tail-missing': () => 'it is not there, although the case has come further',
  'ledger-head-changed': () => 'the case does not rest on it',
  'ledger-row-rewritten': (fault) => `checkpoint ${checkpointOf(fault)} names it with another hash`,
  'ledger-tail-cut': (fault) =>
    `it is not there, although checkpoint ${checkpointOf(fault)} names a later one`,
  'access-record-changed': () => 'it is not what was written',
  'access-record-missing': () => 'it is not there, and no checkpoint tells that it was pruned',
  'access-order-broken': () => 'it does not follow from the row before',
  'access-record-rewritten': (fault) => `checkpoint ${checkpointOf(fault)} names it with another hash`,
  'access-tail-cut': (fault) =>
    `it is not there, although checkpoint ${checkpointOf(fault)} names it or a later one`,
  'payload-changed': () => 'it is not what was written',
  'form-changed': () => 'it is not what was saved',
  'checkpoint-missing': () => 'it is not there, although something rests on it',
  'checkpoint-order-broken': () => 'it does not follow from the checkpoint before',
  'checkpoint-key-unknown': () =>
    'it is signed by a key that is not known here (LEDTID_CHECKPOINT_KEY, LEDTID_CHECKPOINT_PUBLIC_KEYS)',
  'checkpoint-forged': () => 'its signature does not hold',
  'checkpoint-heads-changed': () => 'the heads that it named are not those that are stored of it',
  'payload-missing': () => 'its payload is not there, and no disposal tells of it',
  'disposal-changed': () => 'the payloads that it took are not those that are stored of it',
  'checkpoint-disposals-changed': () => 'the disposals that it knew are not those that are stored',
  'checkpoint-root-differs': () => 'the heads of all instances do not make its root',
  'checkpoint-not-exported': () => 'the export does not have it',
  'checkpoint-export-differs': () => 'the export has another',
};

function checkpointOf({ checkpoint }: LedgerFault): string {
  return String(checkpoint ?? '');
}

function placeOf({ code, instanceId, number, digest }: LedgerFault): string {
  if (code === 'payload-changed') return `Payload ${digest ?? ''}`;
  if (code === 'disposal-changed') return `Disposal ${number ?? ''}`;
  if (code.startsWith('access-')) return `Row ${number ?? ''} of the access ledger`;
  if (code.startsWith('checkpoint-')) return `Checkpoint ${number ?? ''}`;
  const what = code === 'form-changed' ? 'Form revision' : 'Ledger row';
  return `${what} ${number ?? ''} of instance ${instanceId ?? ''}`;
}
