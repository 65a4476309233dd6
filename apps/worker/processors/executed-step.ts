import type { Pool } from 'pg';
import {
  AUTOMATIC_VERSION,
  type ArrivalData,
  type CaseAnswer,
  type Cases,
  type Family,
  type Refusal,
  isRefusal,
  readFamily,
  systemActor,
} from '@ledtid/cases';
import type { RunningJob } from '@ledtid/platform';
import type { Recorded, WorkflowRegistry } from '@ledtid/workflow';
import type { JobHandler } from '../jobs/job-handler';
import { type Settled, settle } from '../jobs/settle';
import { failureCodeOf, withoutValues } from './step-failure';
import type { StepProcessor } from './step-processor';

export interface ExecutedStepParts {
  readonly stage: string;
  readonly processor: StepProcessor;
  readonly pool: Pool;
  readonly cases: Pick<Cases, 'command'>;
  readonly registry: Pick<WorkflowRegistry, 'isExecuted'>;
}

/**
 * Executes a step when a case arrives in an executed leaf, and tells the case how it went.
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
    const family = await readFamily(this.parts.pool, arrival.instanceId);
    if (!family) return LEFT;
    // In the same stage people work too: of them the queue only hears.
    if (!this.parts.registry.isExecuted(family.instance.workflow, arrival.leaf)) return { done: 'arrival' };
    if (!stillStands(family, arrival)) return LEFT;
    try {
      return await this.execute(job, family);
    } catch (error) {
      if (job.attempt >= job.attempts) await this.tellDead(job.jobId, family, failureCodeOf(error));
      throw withoutValues(error);
    }
  }

  /** For a step whose job is dead without its worker having told the case, which died with it. */
  async processLost(jobId: string, arrival: ArrivalData): Promise<Settled> {
    const family = await readFamily(this.parts.pool, arrival.instanceId);
    return family && stillStands(family, arrival) ? this.tellDead(jobId, family, 'process-lost') : LEFT;
  }

  /** Tells the case that its step has used up its tries, and why. */
  private async tellDead(jobId: string, family: Family, code: string): Promise<Settled> {
    const { failure } = this.parts.processor;
    const payload = { code, ...this.parts.processor.about(family) };
    const answer = await this.tell(`${jobId}-dead`, family.instance.id, failure, payload);
    // The worker and the sweeper told of the same death, each with its own reason: the first was heard.
    if (isRefusal(answer) && answer.code === 'key-reused') return { moot: answer.code };
    return settle(failure, answer);
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

const LEFT: Settled = { moot: 'left-the-step' };

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
