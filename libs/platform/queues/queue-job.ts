/** A job to be added. */
export interface QueueJob {
  name: string;
  data: unknown;
  /** Deterministic and without colons (BullMQ builds keys with them): added twice, it is one job. */
  jobId: string;
  /** Milliseconds from now. */
  delay?: number;
  /** How often it is tried in all, before it is dead and waits for a person. Default 1. */
  attempts?: number;
  /** Pause before the next try: milliseconds, doubling each time when `exponential`. */
  backoff?: { type: 'fixed' | 'exponential'; delay: number };
  /** Taken after all jobs of a smaller number, and after all without one. */
  priority?: number;
}

/** A job in the hands of its processor. */
export interface RunningJob {
  queue: string;
  jobId: string;
  name: string;
  data: unknown;
  /** 1 on the first try. */
  attempt: number;
  attempts: number;
  /** Shown to people who watch the queue. From 0 to 1. */
  reportProgress(share: number): Promise<void>;
}

/**
 * What a queue's worker runs with. Every field is demanded, so that a new queue without a thought for its
 * concurrency or its locks does not compile.
 */
export interface QueueWorkerOptions {
  /** Jobs at once in one process. */
  concurrency: number;
  /** Seconds after which a job whose process is dead may be taken by another. Renewed while it runs. */
  lockSeconds: number;
  /** Seconds between looks for such jobs. */
  stalledCheckSeconds: number;
  /** How often a job may lose its process before it is dead. */
  maximumStalls: number;
  /** Jobs begun in one second by all processes together; null for as many as they can. */
  perSecond: number | null;
}

export type QueueProcessor = (job: RunningJob) => Promise<unknown>;
