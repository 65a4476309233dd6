import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { type IdGenerator, OrderedIds, SystemTime, type TimeSource } from '@ledtid/time';
import { createPool } from './database/create-pool';

/** Injection tokens of what every room rests on. */
export const POOL = Symbol('POOL');
/** Of long reads: not pipelined, so that they may use cursors, and few, so that they leave commands the way. */
export const READING_POOL = Symbol('READING_POOL');
export const TIME_SOURCE = Symbol('TIME_SOURCE');
export const ID_GENERATOR = Symbol('ID_GENERATOR');

export interface PlatformOptions {
  readonly databaseUrl: string;
  /** Connections of this process's hot path. */
  readonly maxConnections?: number;
  /** How long a statement of a long read may take. A report that takes longer is refused, and leaves its connection to others. */
  readonly readMilliseconds?: number | undefined;
  /** The one clock; the system's, unless a test or the demonstration turns it. */
  readonly time?: TimeSource;
  readonly ids?: IdGenerator;
}

const READING_CONNECTIONS = 4;

/** The pools, the clock and the id generator of one process. Closes the pools when the process stops. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(READING_POOL) private readonly readingPool: Pool,
  ) {}

  static forRoot({
    databaseUrl,
    maxConnections = 16,
    readMilliseconds,
    time = new SystemTime(),
    ids,
  }: PlatformOptions): DynamicModule {
    const pool = createPool({ url: databaseUrl, max: maxConnections, pipeline: true });
    const reading = createPool({
      ...{ url: databaseUrl, max: READING_CONNECTIONS, name: 'ledtid-reading' },
      statementMilliseconds: readMilliseconds,
    });
    const providers = [
      { provide: POOL, useValue: pool },
      { provide: READING_POOL, useValue: reading },
      { provide: TIME_SOURCE, useValue: time },
      { provide: ID_GENERATOR, useValue: ids ?? new OrderedIds(time) },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.pool.end(), this.readingPool.end()]);
  }
}
