import type { Family } from '@ledtid/cases';
import type { Recorded } from '@ledtid/workflow';

/** What a step tells its case. Ids, codes, digests and counts only: it goes into the ledger. */
export interface StepReport {
  readonly type: string;
  readonly payload: Recorded;
  /** For people who look at the queue: codes, names of datasets and variables, counts. */
  readonly notes?: unknown;
}

export interface StepTools {
  /** From 0 to 1. */
  progress(share: number): void;
}

/** A step that the worker executes when a case arrives in an executed leaf of its stage. */
export interface StepProcessor {
  /** The machine's event for a step that used up its tries. */
  readonly failure: string;
  /** What every report says of which work it speaks, so that a late one is not taken for the present work's. */
  about(family: Family): Recorded;
  /** Must give the same again when it is run again: a process may die at any moment. Throws to be tried again. */
  run(family: Family, tools: StepTools): Promise<StepReport>;
  /** After the case was told. */
  afterwards?(family: Family): Promise<void>;
}
