import type { TimeSource } from '@ledtid/time';
import type { DemoRun } from './demo-run';
import type { NamedCase } from './demo-step';
import type { WorkerWatch } from './worker-watch';

/** What happens outside Ledtid, at the second holder: its export of a release breaks off until it is mended. */
export interface HolderExports {
  breakOff(release: string): Promise<void>;
  mend(release: string): Promise<void>;
}

/** What the chapters of the demonstration share. */
export interface Story {
  readonly run: DemoRun;
  readonly watch: WorkerWatch;
  readonly time: TimeSource;
  readonly exports: HolderExports;
  readonly application: NamedCase;
}
