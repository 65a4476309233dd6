import type { JobKind } from '@ledtid/cases';
import type { RunningJob } from '@ledtid/platform';

/** Who does what with the jobs of some queues. */
export interface JobHandler {
  /** For people who read why the worker does not start. */
  readonly name: string;
  readonly stages: readonly string[];
  readonly kinds: readonly JobKind[];
  /** What it yields is kept with the job, for people who look at the queue. Throws to be tried again. */
  handle(job: RunningJob): Promise<unknown>;
}
