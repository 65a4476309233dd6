import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import {
  CASE_CONFIGURATION,
  Cases,
  type CheckpointSettings,
  Checkpoints,
  type Configuration,
  Pruning,
  type RetentionRule,
} from '@ledtid/cases';
import { KeptSheets } from '@ledtid/lead-time';
import { POOL, QueueRegistry, READING_POOL, TIME_SOURCE } from '@ledtid/platform';
import { type Instant, type TimeSource, toInstant } from '@ledtid/time';
import { executedQueues } from './executed-queues';
import { ReleaseRoom } from './release/release-room';
import type { ReleaseSettings } from './release/release-settings';
import { recallPackages } from './release/recall-packages';
import { tidyArea } from './release/tidy-area';
import { Worker, type WorkerParts } from './worker';

export interface WorkerModuleOptions extends Pick<
  WorkerParts,
  'logger' | 'sweepEverySeconds' | 'graceSeconds'
> {
  readonly logger: Logger;
  readonly releases: ReleaseSettings;
  readonly checkpoints: CheckpointSettings;
  /** How long rows are kept. */
  readonly retention: readonly RetentionRule[];
}

/** What reports keep of cases is brought up to date in small lots: nothing waits for it, and commands go first. */
const TREES_AT_A_TIME = 250;

/** A case that was just acted on soon changes again, and keeping it would be in vain: an hour without an event. */
const QUIET = 3_600_000;

/**
 * Works the queues of this process. Needs PlatformModule, QueuesModule and CasesModule beside it; the api
 * may run in the same process or in another.
 */
@Module({})
export class WorkerModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(@Inject(Worker) private readonly worker: Worker) {}

  static forRoot(options: WorkerModuleOptions): DynamicModule {
    const { releases, checkpoints: signing, retention, ...rest } = options;
    const worker = {
      provide: Worker,
      inject: [POOL, READING_POOL, TIME_SOURCE, Cases, CASE_CONFIGURATION, QueueRegistry],
      useFactory: (
        pool: Pool,
        reading: Pool,
        time: TimeSource,
        cases: Cases,
        { registry, clocks }: Configuration,
        queues: QueueRegistry,
      ) => {
        const room = new ReleaseRoom(releases);
        const executed = executedQueues(room, pool, time);
        const kept = new KeptSheets(pool);
        const checkpoints = new Checkpoints({ ...signing, pool: reading, time });
        const pruning = new Pruning({ pool, time, rules: retention, checkpoints });
        const everySweep = [
          () => checkpoints.makeWhenDue(),
          () => pruning.pruneWhenDue(),
          () => tidyArea(pool, room.area),
          () => recallPackages(pool, room.settings.environment.folder),
          () => kept.refresh({ atMost: TREES_AT_A_TIME, quietSince: quietSince(time) }),
        ];
        return new Worker({ ...rest, pool, time, cases, registry, clocks, queues, executed, everySweep });
      },
    };
    return { module: WorkerModule, providers: [worker], exports: [worker] };
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker.stop();
  }
}

function quietSince(time: TimeSource): Instant {
  return toInstant(Date.parse(time.now()) - QUIET);
}
