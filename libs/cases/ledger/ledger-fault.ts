import type { ChainFault } from './chain';

/** A place where what is stored is not what was written. */
export interface LedgerFault {
  readonly code:
    | ChainFault['code']
    | 'ledger-tail-missing'
    | 'ledger-head-changed'
    | 'ledger-row-rewritten'
    | 'ledger-tail-cut'
    | 'payload-changed'
    | 'form-changed'
    | 'payload-missing'
    | 'disposal-changed'
    | 'access-record-changed'
    | 'access-record-missing'
    | 'access-order-broken'
    | 'access-record-rewritten'
    | 'access-tail-cut'
    | CheckpointFaultCode;
  readonly instanceId: string | null;
  /** Ledger number, version of a form revision, or number of a checkpoint, disposal or row of the access ledger. */
  readonly number: number | null;
  readonly digest?: string;
  /** The checkpoint that names the row as it was. */
  readonly checkpoint?: number;
}

type CheckpointFaultCode =
  | 'checkpoint-missing'
  | 'checkpoint-order-broken'
  | 'checkpoint-key-unknown'
  | 'checkpoint-forged'
  | 'checkpoint-heads-changed'
  | 'checkpoint-disposals-changed'
  | 'checkpoint-root-differs'
  | 'checkpoint-not-exported'
  | 'checkpoint-export-differs';

export function checkpointFault(code: CheckpointFaultCode, number: number): LedgerFault {
  return { code, instanceId: null, number };
}
