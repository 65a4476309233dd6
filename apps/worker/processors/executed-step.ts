import type { Pool } from 'pg';
import {
  AUTOMATIC_VERSION,
  type ArrivalData,
  type CaseAnswer,
  type Cases,
  type Family,
  type Refusal,
  isExecuted,
  readFamily,
  systemActor,
} from '@ledtid/cases';
import type { RunningJob } from '@ledtid/platform';
import type { Recorded } from '@ledtid/workflow';
import type { JobHandler } from '../jobs/job-handler';
import { type Settled, settle } from '../jobs/settle';
import { failureCodeOf, withoutValues } from './step-failure';
import type { StepProcessor } from './step-processor';

export interface ExecutedStepParts {
  readonly stage: string;
  readonly processor: StepProcessor;
  readonly pool: Pool;
  readonly cases: Pick<Cases, 'command'>;
}

/**
 * Executes a step when a case arrives in its `running` leaf, and tells the case how it went.
 *
 * | the try        | the case is told            | the job                              |
 * |----------------|-----------------------------|--------------------------------------|
 * | succeeds       | the report                  | done                                 |
 * | comes too late | nothing                     | done, moot: the case has moved on    |
 * | throws         | nothing                     | tried again after a pause            |
 * | throws, last   | the machine's failure event | dead: a person re-drives by the case |
 */
export class ExecutedStep implements JobHandler {
  readonly name: string;
  readonly stages: readonly string[];
  readonly kinds = ['arrival'] as const;

  constructor(private readonly parts: ExecutedStepParts) {
    this.name = `step ${parts.stage}`;
    this.stages = [parts.stage];
  }

  async handle(job: RunningJob): Promise<unknown> {
    const arrival = job.data as ArrivalData;
    if (!isExecuted(arrival.leaf)) return { done: 'arrival' };
    const family = await readFamily(this.parts.pool, arrival.instanceId);
    if (!family || !stillStands(family, arrival)) return { moot: 'left-the-step' };
    try {
      return await this.execute(job, family);
    } catch (error) {
      if (job.attempt >= job.attempts) await this.tellDead(job.jobId, arrival, failureCodeOf(error));
      throw withoutValues(error);
    }
  }

  /** Tells the case that its step has used up its tries, and why. */
  async tellDead(
    jobId: string,
    { instanceId }: Pick<ArrivalData, 'instanceId'>,
    code: string,
  ): Promise<Settled> {
    const { failure } = this.parts.processor;
    return settle(failure, await this.tell(`${jobId}-dead`, instanceId, failure, { code }));
  }

  private async execute(job: RunningJob, family: Family): Promise<unknown> {
    const { processor } = this.parts;
    const progress = new ProgressReports(job);
    const report = await processor.run(family, { progress: (share) => progress.report(share) });
    await progress.written();
    const answer = await this.tell(job.jobId, family.instance.id, report.type, report.payload);
    const settled = settle(report.type, answer);
    await processor.afterwards?.(family);
    return { ...settled, ...(report.notes === undefined ? {} : { notes: report.notes }) };
  }

  private tell(
    key: string,
    instanceId: string,
    type: string,
    payload: Recorded,
  ): Promise<CaseAnswer | Refusal> {
    const command = { instanceId, type, payload, version: AUTOMATIC_VERSION, idempotencyKey: key };
    return this.parts.cases.command(command, systemActor(this.parts.stage));
  }
}

/** Whether the span that the job is about is still open: a step left and entered again has a job of its own. */
function stillStands({ instance }: Family, { leaf, region, opened }: ArrivalData): boolean {
  return instance.leaves.includes(leaf) && instance.regions[region]?.number === opened;
}

/** Writes progress in order, without the step waiting for it. */
class ProgressReports {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly job: RunningJob) {}

  report(share: number): void {
    this.last = this.last.then(() => this.job.reportProgress(share));
    // Thrown where `written` is awaited; unhandled here it would end the process.
    this.last.catch(() => undefined);
  }

  written(): Promise<void> {
    return this.last;
  }
}
