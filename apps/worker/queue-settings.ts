import type { JobSettings } from '@ledtid/cases';
import type { QueueWorkerOptions } from '@ledtid/platform';

/** How one queue is worked. */
export interface QueueSettings extends QueueWorkerOptions {
  readonly retries: Required<Pick<JobSettings, 'attempts' | 'backoff'>>;
}

/** Stages that the worker executes. A name added here without settings and processor does not compile. */
export const EXECUTED_STAGES = ['extraction', 'reception', 'pseudonymisation', 'delivery'] as const;
export type ExecutedStage = (typeof EXECUTED_STAGES)[number];

const LOCKS = { lockSeconds: 30, stalledCheckSeconds: 15 };

/** About a quarter of an hour in all: a holder's restarted database is back by then. */
const STEP_RETRIES = { attempts: 6, backoff: { type: 'exponential', delay: 30_000 } } as const;

/** A step that takes its process down with it must not do so for ever. */
const STEP = { ...LOCKS, maximumStalls: 3, perSecond: null, retries: STEP_RETRIES };

export const EXECUTED_QUEUES: Record<ExecutedStage, QueueSettings> = {
  extraction: { ...STEP, concurrency: 2 },
  reception: { ...STEP, concurrency: 2 },
  // The engine takes all cores for one package already.
  pseudonymisation: { ...STEP, concurrency: 1 },
  delivery: { ...STEP, concurrency: 2 },
};

/**
 * Their jobs do little and nobody waits for them, while each costs the database more than a millisecond: after
 * a rush of commands they are worked off in peace. Clocks go before arrivals (`ARRIVAL_PRIORITY`).
 */
export const WORKED_QUEUE: QueueSettings = {
  ...LOCKS,
  concurrency: 1,
  maximumStalls: 10,
  perSecond: 5,
  retries: { attempts: 8, backoff: { type: 'exponential', delay: 5000 } },
};

/** Of arrivals in stages that people work. All other jobs have none, and so go first. */
export const ARRIVAL_PRIORITY = 1;
