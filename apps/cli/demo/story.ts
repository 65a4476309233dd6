import type { TimeSource } from '@ledtid/time';
import type { DemoRun } from './demo-run';
import type { NamedCase } from './demo-step';
import type { WorkerWatch } from './worker-watch';

/** What the chapters of the demonstration share. */
export interface Story {
  readonly run: DemoRun;
  readonly watch: WorkerWatch;
  readonly time: TimeSource;
  readonly application: NamedCase;
}
