import type { Job, Worker } from 'bullmq';
import type { Logger } from 'pino';
import type { QueueBackend } from './queue-backend';
import type { QueueProcessor, QueueWorkerOptions, RunningJob } from './queue-job';

interface WorkerParts {
  name: string;
  processor: QueueProcessor;
  options: QueueWorkerOptions;
}

/** A worker that logs each job with how long it waited and ran. Errors go on to BullMQ, which tries again. */
export function startWorker(backend: QueueBackend, logger: Logger, parts: WorkerParts): Worker {
  const { name, options } = parts;
  const worker = backend.createWorker(name, (job: Job) => parts.processor(toRunningJob(name, job)), {
    concurrency: options.concurrency,
    lockDuration: options.lockSeconds * 1000,
    stalledInterval: options.stalledCheckSeconds * 1000,
    maxStalledCount: options.maximumStalls,
    ...(options.perSecond === null ? {} : { limiter: { max: options.perSecond, duration: 1000 } }),
  });
  worker.on('completed', (job) => logger.info(durations(name, job), 'job done'));
  worker.on('failed', (job, error) => reportFailure(logger, parts, job, error));
  worker.on('error', (error) => logger.error({ err: error, queue: name }, 'worker failed'));
  worker.on('stalled', (jobId) =>
    logger.warn({ queue: name, jobId }, 'job lost its process and is taken again'),
  );
  return worker;
}

function reportFailure(logger: Logger, parts: WorkerParts, job: Job | undefined, error: Error): void {
  if (job === undefined) {
    logger.error({ err: error, queue: parts.name }, 'a job failed and is gone');
    return;
  }
  const attempts = job.opts.attempts ?? 1;
  const facts = { ...durations(parts.name, job), attempt: job.attemptsMade, attempts, err: error };
  if (job.finishedOn === undefined) {
    logger.warn(facts, 'job failed and is tried again');
    return;
  }
  logger.error(facts, 'job failed for the last time and waits for a person');
}

function toRunningJob(queue: string, job: Job): RunningJob {
  return {
    queue,
    jobId: job.id ?? '',
    name: job.name,
    data: job.data,
    attempt: job.attemptsMade + 1,
    attempts: job.opts.attempts ?? 1,
    reportProgress: (share) => job.updateProgress(share),
  };
}

/** Milliseconds, as BullMQ measured them. */
function durations(queue: string, job: Job) {
  const begun = job.processedOn ?? job.timestamp;
  return {
    queue,
    job: job.name,
    jobId: job.id,
    waited: begun - job.timestamp - job.delay,
    ran: job.finishedOn === undefined ? undefined : job.finishedOn - begun,
  };
}
