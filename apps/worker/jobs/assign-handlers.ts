import { JOB_KINDS } from '@ledtid/cases';
import type { RunningJob } from '@ledtid/platform';
import type { JobHandler } from './job-handler';

/** Takes any job of one queue to its handler. */
export type QueueHandler = (job: RunningJob) => Promise<unknown>;

/**
 * One handler for each kind of job of each queue. Throws `WorkerConfigurationError` naming every kind that
 * nobody handles, which would then be done without a trace, and every kind that two would do.
 */
export function assignHandlers(
  stages: readonly string[],
  handlers: readonly JobHandler[],
): Map<string, QueueHandler> {
  const faults = [...handlers.flatMap((handler) => strayStages(handler, stages))];
  const assigned = new Map<string, QueueHandler>();
  for (const stage of stages) {
    const byKind = new Map<string, JobHandler>();
    for (const kind of JOB_KINDS) {
      const able = handlers.filter((one) => one.stages.includes(stage) && one.kinds.includes(kind));
      if (able[0]) byKind.set(kind, able[0]);
      if (able.length !== 1) faults.push(fault(stage, kind, able));
    }
    assigned.set(stage, (job) => handlerOf(byKind, job).handle(job));
  }
  if (faults.length > 0) throw new WorkerConfigurationError(faults);
  return assigned;
}

export class WorkerConfigurationError extends Error {
  readonly code = 'worker-configuration';

  constructor(readonly faults: readonly string[]) {
    super(`The worker cannot run as it is put together:\n${faults.map((one) => `- ${one}`).join('\n')}`);
  }
}

function fault(stage: string, kind: string, able: readonly JobHandler[]): string {
  return able.length === 0
    ? `queue ${stage}: nobody handles ${kind}. Add the stage to a handler in apps/worker/worker.ts.`
    : `queue ${stage}: ${able.map(({ name }) => name).join(' and ')} handle ${kind}. Take the stage from all but one.`;
}

function strayStages(handler: JobHandler, stages: readonly string[]): string[] {
  return handler.stages
    .filter((stage) => !stages.includes(stage))
    .map(
      (stage) =>
        `${handler.name} handles stage ${stage}, which no workflow has. Remove it, or add the stage.`,
    );
}

/** A job of an unknown kind, added by another version, must fail where people see it. */
function handlerOf(byKind: ReadonlyMap<string, JobHandler>, job: RunningJob): JobHandler {
  const handler = byKind.get(job.name);
  if (handler) return handler;
  throw new Error(
    `Queue ${job.queue} has a job of the unknown kind ${job.name}. Run API and worker in one version.`,
  );
}
