import type { AuditCounts } from '../ledger/audit';
import type { Checkpoint } from '../ledger/checkpoints/checkpoint';
import type { LedgerFault } from '../ledger/ledger-fault';
import { type AccessHead, type AccessRecord, NO_RECORD, hashOf } from './access-record';

/**
 * Judges the chain of looks from its rows as they come, and holds it against the checkpoints: each comes after the
 * rows that it covers. The beginning of the chain may be gone as far as a checkpoint says. Pure.
 *
 * | state | entered by     | a row that is not there                                                        |
 * |-------|----------------|--------------------------------------------------------------------------------|
 * | gone  | it is made     | may have been pruned: `atEnd`, when all checkpoints are known, says whether it was |
 * | there | the first look | is missing                                                                     |
 */
export class AccessAudit {
  private end: AccessHead = NO_RECORD;
  private first: AccessRecord | null = null;
  /** Up to which look there is none. */
  private gone = 0;
  private cut: Checkpoint['cut'];
  /** Where the last checkpoint that says so saw the chain end. */
  private covered = 0;

  /** The first thing that does not hold; null while everything does. */
  take(look: AccessRecord): LedgerFault | null {
    if (this.first === null) this.begin(look);
    const number = this.end.number + 1;
    if (look.number !== number) return accessFault('access-record-missing', number);
    if (look.previousHash !== this.end.hash) return accessFault('access-order-broken', number);
    if (hashOf(look) !== look.hash) return accessFault('access-record-changed', number);
    this.end = look;
    return null;
  }

  takeCheckpoint({ number: checkpoint, looks, looksHash = '', cut }: Checkpoint): LedgerFault | null {
    if (looks === undefined) return null;
    // All that it covers is gone. What comes next must follow from where it saw the chain end.
    if (this.first === null) this.end = { number: (this.gone = looks), hash: looksHash };
    const { number, hash } = this.end;
    if (number < looks) return { ...accessFault('access-tail-cut', number + 1), checkpoint };
    if (number !== looks || hash !== looksHash)
      return { ...accessFault('access-record-rewritten', looks), checkpoint };
    this.covered = looks;
    this.cut = cut ?? this.cut;
    const unfollowed = cut?.looks === this.gone && this.first?.previousHash !== cut.hash;
    return unfollowed ? accessFault('access-order-broken', this.gone + 1) : null;
  }

  /** What no checkpoint says was pruned is missing. */
  atEnd(): LedgerFault | null {
    const { looks: pruned = 0 } = this.cut ?? {};
    return this.gone > pruned ? accessFault('access-record-missing', pruned + 1) : null;
  }

  counts(): Pick<AuditCounts, 'looks' | 'looksAfterLastCheckpoint' | 'pruned'> {
    const { gone, cut, end, covered } = this;
    const pruned = gone > 0 && cut ? { looks: gone, rule: cut.rule, source: cut.source } : null;
    return { looks: end.number - gone, looksAfterLastCheckpoint: end.number - covered, pruned };
  }

  /** The first look that is left. From where a checkpoint saw the chain end it may be some rows further on. */
  private begin(look: AccessRecord): void {
    this.first = look;
    if (look.number > this.end.number + 1) this.end = { number: look.number - 1, hash: look.previousHash };
    this.gone = this.end.number;
  }
}

function accessFault(code: LedgerFault['code'], number: number): LedgerFault {
  return { code, instanceId: null, number };
}
