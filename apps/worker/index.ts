export type { ReleaseSettings, TransportedDelivery } from './release/release-settings';
export { WorkerModule } from './worker.module';
export { Worker, type WorkerParts } from './worker';
