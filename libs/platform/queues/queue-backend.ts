import {
  type PostgresConnectionOptions,
  type Processor,
  type Queue,
  type Worker,
  type WorkerOptions,
  createPostgresBackend,
  createRedisBackend,
  runMigrations,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Client, Pool } from 'pg';

/** What a store of jobs offers. Only here do the types of the two stores of BullMQ meet. */
export interface QueueBackend {
  /** From how many jobs on it is cheaper to add them together than each by itself. */
  readonly bulkFrom: number;
  createQueue(name: string): Queue;
  createWorker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker;
  /** After every queue and worker is closed. */
  close(): Promise<void>;
}

type ErrorListener = (error: Error) => void;

const SCHEMA = 'bullmq';

// Measured: adding together makes two temporary tables, 3.4 ms of the database's time however few the jobs
// are; each by itself takes 0.4 ms. Relaying a few arrivals at a time would otherwise cost more than the
// commands they come from.
const POSTGRES_BULK_FROM = 9;

/** Queries of queues and workers at once. Each worker holds one more connection, on which it listens. */
const SHARED_CONNECTIONS = 10;

/** BullMQ's tables in schema `bullmq`, made or brought up to date here; several processes may do so at once. */
export async function openPostgresBackend(
  url: string,
  workers: number,
  onError: ErrorListener,
): Promise<QueueBackend> {
  await migrateQueues(url);
  const pool = new Pool({
    connectionString: url,
    options: `-c search_path=${SCHEMA}`,
    application_name: 'ledtid-queues',
    max: SHARED_CONNECTIONS + workers,
    keepAlive: true,
  });
  pool.on('error', onError);
  // Every queue and worker listens for errors of the pool they share: more than ten of them are no leak.
  pool.setMaxListeners(0);
  // The same pool by its shape; BullMQ has a type of its own for it, so that it need not depend on pg.
  const connection = pool as unknown as PostgresConnectionOptions;
  const classes = withBackend(createPostgresBackend);
  return {
    bulkFrom: POSTGRES_BULK_FROM,
    createQueue: (name) => new classes.Queue(name, { connection }) as unknown as Queue,
    createWorker: (name, processor, options) =>
      new classes.Worker(name, processor, { ...options, connection }) as unknown as Worker,
    close: () => pool.end(),
  };
}

/** BullMQ's tables, made or brought up to date by whoever may; a role that may not finds them made by their owner. */
export async function migrateQueues(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    if (await mayMakeSchemas(client)) await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

async function mayMakeSchemas(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "SELECT has_database_privilege(current_database(), 'CREATE') AS may",
  );
  return rows[0]?.may === true;
}

/** `prefix` keeps what is Ledtid's apart from what else lies in that Redis. */
export function openRedisBackend(url: string, prefix: string, onError: ErrorListener): QueueBackend {
  // A worker waits for jobs for as long as it takes, so no request may be given up after some tries.
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', onError);
  // As with the pool of PostgreSQL.
  connection.setMaxListeners(0);
  const classes = withBackend(createRedisBackend);
  return {
    bulkFrom: 2,
    createQueue: (name) => new classes.Queue(name, { connection, prefix }) as unknown as Queue,
    createWorker: (name, processor, options) =>
      new classes.Worker(name, processor, { ...options, connection, prefix }) as unknown as Worker,
    close: async () => {
      await connection.quit();
    },
  };
}
