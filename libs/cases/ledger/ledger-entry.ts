import type { AccessRecord } from '../access-ledger/access-record';
import type { LedgerRow } from '../rows';
import type { Checkpoint } from './checkpoints/checkpoint';
import type { Head, NamedHead } from './checkpoints/head';
import type { Disposal } from './disposal/disposal';

/** All that is stored of one instance's chain. */
export interface StoredChain {
  readonly instanceId: string;
  /** Of the instance; null where there is no such instance. */
  readonly head: Head | null;
  /** In order of number. */
  readonly rows: readonly LedgerRow[];
  /** The heads that checkpoints named, in order of version. */
  readonly named: readonly NamedHead[];
}

/**
 * The ledger as it is verified, from the database or from an export: first the chains by id, then the disposals,
 * then the checkpoints, each after the looks of the access ledger that it covers, and what looks came later.
 */
export type LedgerEntry =
  | { readonly chain: StoredChain }
  | { readonly disposal: Disposal }
  | { readonly look: AccessRecord }
  | { readonly checkpoint: Checkpoint };
