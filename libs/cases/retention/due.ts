import type { Instant } from '@ledtid/time';

/** A rule with the moment before which rows go. */
export interface Due {
  readonly before: Instant;
  readonly rule: string;
  readonly source: string;
}

/** Small enough that nobody waits for a batch. Each is a transaction: killed in between, the next run goes on. */
export const BATCH = 1000;
