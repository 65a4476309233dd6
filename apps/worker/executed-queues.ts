import type { Pool } from 'pg';
import type { TimeSource } from '@ledtid/time';
import { delivery } from './processors/delivery';
import { extraction } from './processors/extraction';
import { pseudonymisation } from './processors/pseudonymisation';
import { reception } from './processors/reception';
import type { StepProcessor } from './processors/step-processor';
import { EXECUTED_QUEUES, EXECUTED_STAGES, type ExecutedStage } from './queue-settings';
import type { ReleaseRoom } from './release/release-room';
import type { ExecutedQueue } from './worker';

/** The steps of a release, each with its processor and the settings of its queue. */
export function executedQueues(
  room: ReleaseRoom,
  pool: Pool,
  time: TimeSource,
): Record<ExecutedStage, ExecutedQueue> {
  const processors: Record<ExecutedStage, StepProcessor> = {
    extraction: extraction(room),
    reception: reception(room),
    pseudonymisation: pseudonymisation(room),
    delivery: delivery(room, pool, time),
  };
  const entries = EXECUTED_STAGES.map(
    (stage) => [stage, { processor: processors[stage], settings: EXECUTED_QUEUES[stage] }] as const,
  );
  return Object.fromEntries(entries) as Record<ExecutedStage, ExecutedQueue>;
}
