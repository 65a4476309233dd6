export type { StepProcessor, StepReport, StepTools } from './processors/step-processor';
export { type QueueSettings, WORKED_QUEUE } from './queue-settings';
export { type ReleaseSettings, releaseSettings } from './release/release-settings';
export { WorkerModule, type WorkerModuleOptions } from './worker.module';
export { type ExecutedQueue, Worker, type WorkerParts } from './worker';
export { executedQueues } from './executed-queues';
export { ReleaseRoom } from './release/release-room';
