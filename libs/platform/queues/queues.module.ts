import { type BeforeApplicationShutdown, type DynamicModule, Global, Module } from '@nestjs/common';
import { QueueRegistry, type QueueRegistryParts } from './queue-registry';

/**
 * The queues of one process, for API (its board) and worker alike. They are closed after every module was
 * destroyed, when nobody adds any more, and before connections to the database are.
 */
@Global()
@Module({})
export class QueuesModule implements BeforeApplicationShutdown {
  constructor(private readonly queues: QueueRegistry) {}

  static forRoot(parts: QueueRegistryParts): DynamicModule {
    const queues = { provide: QueueRegistry, useFactory: () => QueueRegistry.open(parts) };
    return { module: QueuesModule, providers: [queues], exports: [queues] };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}
