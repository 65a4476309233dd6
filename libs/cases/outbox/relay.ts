import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { type QueueJob, type QueueRegistry, prepare, withTransaction } from '@ledtid/platform';
import { type Instant, type TimeSource, millisecondsBetween } from '@ledtid/time';

/** How often a job is tried, how long it rests in between, and what goes before it. */
export type JobSettings = Pick<QueueJob, 'attempts' | 'backoff' | 'priority'>;

export interface RelayParts {
  readonly pool: Pool;
  readonly queues: Pick<QueueRegistry, 'addBulk'>;
  readonly time: TimeSource;
  readonly settingsOf: (queue: string, kind: string) => JobSettings;
  /** Told of every pass that failed; the relay goes on by itself, with longer pauses. */
  readonly onError: (error: unknown) => void;
}

interface Taken {
  id: string;
  queue: string;
  name: string;
  job_id: string;
  data: unknown;
  run_at: Instant | null;
}

const BATCH = 1000;

/**
 * Milliseconds to the next look: after some rows; after many, which are better gathered than carried in small
 * lots; at most while there are none; at most while it fails.
 */
const PAUSES = { busy: 20, gathering: 500, idle: 250, failing: 5000 };

/** From how many rows on they are gathered. */
const MANY = 25;

// Deleted before they are added, in one transaction: a crash in between rolls the deletion back, and adding
// again under the same id adds nothing. Rows that another process has in hand are left to it.
const TAKE = prepare<Taken>(
  'outbox-take',
  `DELETE FROM outbox
   WHERE id = ANY(ARRAY(SELECT id FROM outbox ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))
   RETURNING id, queue, name, job_id, data, run_at`,
);

const LEFT = prepare<{ left: boolean }>('outbox-left', 'SELECT EXISTS (SELECT FROM outbox) AS "left"');

/** True when every job that was committed has reached its queue. */
export async function outboxIsEmpty(pool: Pool): Promise<boolean> {
  const [answer] = await LEFT(pool);
  return answer?.left !== true;
}

/**
 * Carries jobs from the outbox to their queues, in bulk, beside the hot path of commands. Any number of
 * relays may run at once.
 *
 * | state     | entered by                 | does                                                |
 * |-----------|----------------------------|-----------------------------------------------------|
 * | still     | it is made                 | carries only when `drain` asks                      |
 * | busy      | `start`; a pass with rows  | looks again after 20 ms                             |
 * | gathering | a pass with many rows      | looks again after 500 ms; at once after a full one  |
 * | idle      | a pass without rows        | waits twice as long each time, up to 250 ms         |
 * | failing   | a pass that throws         | tells `onError`, waits twice as long, up to 5 s     |
 * | stopped   | `stop`                     | nothing; the pass in hand was finished first        |
 */
export class OutboxRelay {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: RelayParts) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Returns once the outbox is empty; rows that another relay has in hand are waited for. */
  async drain(): Promise<void> {
    while (!(await outboxIsEmpty(this.parts.pool))) {
      if ((await this.pass()) === 0) await pause(PAUSES.busy);
    }
  }

  private async run(): Promise<void> {
    let rest = PAUSES.busy;
    while (!this.stopping.signal.aborted) {
      const carried = await this.pass().catch((error: unknown) => {
        this.parts.onError(error);
        return null;
      });
      if (carried === BATCH) continue;
      rest = nextRest(rest, carried);
      await pause(rest, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** One batch. Yields how many jobs were carried. */
  private async pass(): Promise<number> {
    return withTransaction(this.parts.pool, async (client) => {
      const taken = await take(client);
      const now = this.parts.time.now();
      for (const queue of new Set(taken.map((row) => row.queue))) {
        const jobs = taken.filter((row) => row.queue === queue).map((row) => jobOf(row, now));
        await this.parts.queues.addBulk(
          queue,
          jobs.map((job) => ({ ...job, ...this.parts.settingsOf(queue, job.name) })),
        );
      }
      return taken.length;
    });
  }
}

async function take(client: PoolClient): Promise<Taken[]> {
  const rows = await TAKE(client);
  // RETURNING promises no order; ids are ordered by time.
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}

function jobOf({ name, data, job_id: jobId, run_at: runAt }: Taken, now: Instant): QueueJob {
  const delay = runAt === null ? 0 : Math.max(0, millisecondsBetween(now, runAt));
  return { name, data, jobId, ...(delay > 0 && { delay }) };
}

function nextRest(rest: number, carried: number | null): number {
  if (carried === null) return Math.min(rest * 2, PAUSES.failing);
  if (carried >= MANY) return PAUSES.gathering;
  return carried > 0 ? PAUSES.busy : Math.min(rest * 2, PAUSES.idle);
}
