import type { Characteristic, Recorded } from '@ledtid/workflow';
import type { IdempotencyRow, LedgerRow } from '../rows';
import type { Facts } from '../facts/facts';

/** What of a form revision goes into the ledger and the machine. */
export interface FormFacts {
  readonly digest: string;
  readonly complete: boolean;
  readonly facts: Recorded;
  readonly characteristics: readonly Characteristic[];
}

/** Everything that a decision on one command may look at, read under the family's lock. */
export interface Loaded {
  readonly family: ReadonlyMap<string, Facts>;
  /** What the key was used for before. */
  readonly idempotency: IdempotencyRow | null;
  /** The current revision, for events that submit it. */
  readonly form: FormFacts | null;
  /** Last number given this year, locked; for the first submission. */
  readonly lastRegistration: number | null;
  /** Whole ledgers of the family, for corrections. */
  readonly ledgers: ReadonlyMap<string, readonly LedgerRow[]> | null;
}
