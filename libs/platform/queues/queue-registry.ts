import type { Queue, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { PlatformError } from '../platform-error';
import { type QueueBackend, openPostgresBackend, openRedisBackend } from './queue-backend';
import type { QueueJob, QueueProcessor, QueueWorkerOptions } from './queue-job';
import { startWorker } from './queue-worker';

export interface QueueRegistryParts {
  /** Every queue there is. Any other name is refused. */
  names: readonly string[];
  databaseUrl: string;
  /** Jobs are on this Redis when given, else in the database. */
  redisUrl?: string | undefined;
  /** Keys in Redis begin with it. Default `ledtid`. */
  redisPrefix?: string;
  logger: Logger;
}

/** Done jobs stay this long, so that people can look and a job relayed twice is still one job. */
const KEEP_DONE_MILLISECONDS = 24 * 3600 * 1000;
const FORGET_AT_ONCE = 1000;

/**
 * All queues of one process. The database's tables are the truth; a queue only wakes somebody up.
 *
 * | state  | entered by | may                                                                          |
 * |--------|------------|------------------------------------------------------------------------------|
 * | open   | `open`     | add jobs, run workers                                                        |
 * | closed | `close`    | nothing: workers finish the jobs in hand first, then queues, then connections |
 */
export class QueueRegistry {
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly backend: QueueBackend,
    private readonly logger: Logger,
    names: readonly string[],
  ) {
    for (const name of names) this.queues.set(name, this.createQueue(name));
  }

  /** Connects, and makes BullMQ's tables where they are missing. */
  static async open(parts: QueueRegistryParts): Promise<QueueRegistry> {
    const logger = parts.logger.child({ module: 'queues' });
    const onError = (error: Error) => logger.error({ err: error }, 'connection of the queues failed');
    const backend =
      parts.redisUrl === undefined
        ? await openPostgresBackend(parts.databaseUrl, parts.names.length, onError)
        : openRedisBackend(parts.redisUrl, parts.redisPrefix ?? 'ledtid', onError);
    return new QueueRegistry(backend, logger, parts.names);
  }

  get names(): string[] {
    return [...this.queues.keys()];
  }

  /** BullMQ's own queue, for its board. */
  queue(name: string): Queue {
    const queue = this.queues.get(name);
    if (queue !== undefined) return queue;
    throw new PlatformError(
      'queue-unknown',
      `There is no queue ${name}; there are ${this.names.join(', ')}.`,
      'Add the name where the queues are opened.',
    );
  }

  /** In one round trip where there are many. A job whose id is already there is left as it is. */
  async addBulk(name: string, jobs: readonly QueueJob[]): Promise<void> {
    const queue = this.queue(name);
    if (jobs.length < this.backend.bulkFrom) {
      await Promise.all(jobs.map((job) => queue.add(job.name, job.data, optionsOf(job))));
      return;
    }
    await queue.addBulk(jobs.map((job) => ({ name: job.name, data: job.data, opts: optionsOf(job) })));
  }

  /** A job whose last try failed stays as it is, with its reason, for people who look at the board. */
  createWorker(name: string, processor: QueueProcessor, options: QueueWorkerOptions): void {
    this.queue(name);
    this.workers.push(startWorker(this.backend, this.logger, { name, processor, options }));
  }

  /** Removes jobs that were done more than a day ago. To be called from time to time. */
  async forgetDone(keepMilliseconds = KEEP_DONE_MILLISECONDS): Promise<void> {
    for (const queue of this.queues.values()) {
      let forgotten = FORGET_AT_ONCE;
      while (forgotten === FORGET_AT_ONCE) {
        forgotten = (await queue.clean(keepMilliseconds, FORGET_AT_ONCE, 'completed')).length;
      }
    }
  }

  /** Jobs by state: `waiting`, `active`, `delayed`, `completed`, `failed` and BullMQ's others. */
  counts(name: string): Promise<Record<string, number>> {
    return this.queue(name).getJobCounts();
  }

  /** The second and any further call waits for the first. */
  close(): Promise<void> {
    this.closing ??= this.closeInOrder();
    return this.closing;
  }

  private async closeInOrder(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }

  private createQueue(name: string): Queue {
    const queue = this.backend.createQueue(name);
    queue.on('error', (error) => this.logger.error({ err: error, queue: name }, 'queue failed'));
    return queue;
  }
}

function optionsOf(job: QueueJob) {
  if (job.jobId.includes(':')) {
    throw new PlatformError(
      'job-id-has-colon',
      `The job id ${job.jobId} has a colon.`,
      'Use another separator.',
    );
  }
  return {
    jobId: job.jobId,
    attempts: job.attempts ?? 1,
    // Kept until `forgetDone`: on PostgreSQL BullMQ would look through all done jobs each time one is done.
    removeOnComplete: false,
    ...(job.delay === undefined ? {} : { delay: job.delay }),
    ...(job.priority === undefined ? {} : { priority: job.priority }),
    ...(job.backoff === undefined ? {} : { backoff: job.backoff }),
  };
}
