import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { type TestQueueStore, testQueueStore } from '../../../test/support/test-queues';
import { createLogger } from '../logging';
import type { QueueWorkerOptions } from './queue-job';
import { QueueRegistry } from './queue-registry';

const OPTIONS: QueueWorkerOptions = {
  concurrency: 5,
  lockSeconds: 30,
  stalledCheckSeconds: 30,
  maximumStalls: 1,
  perSecond: null,
};
const SILENT = createLogger('silent');

// Held against BullMQ on PostgreSQL, and by `npm run test:redis` against BullMQ on Redis. A job's processor is
// the signal that each test waits on; nothing sleeps.
describe('queues', () => {
  let registry: QueueRegistry;

  let database: TestDatabase;
  let store: TestQueueStore;

  beforeEach(async () => {
    database = await createTestDatabase();
    store = testQueueStore(database);
    registry = await QueueRegistry.open({ names: ['extraction', 'delivery'], ...store, logger: SILENT });
  });
  afterEach(async () => {
    await registry.close();
    await store.clear();
    await database.drop();
  });

  it('runs every job of a bulk once, with its data', async () => {
    const jobs = Array.from({ length: 250 }, (_, index) => ({
      name: 'extract',
      data: { index },
      jobId: `a-${index}`,
    }));
    const seen: unknown[] = [];
    const all = signal();
    await registry.addBulk('extraction', jobs);
    registry.createWorker(
      'extraction',
      async (job) => {
        seen.push(job.data);
        if (seen.length === jobs.length) all.raise();
      },
      OPTIONS,
    );
    await all.raised;
    expect(seen).toHaveLength(250);
    expect(new Set(seen.map((data) => JSON.stringify(data))).size).toBe(250);
  });

  it('takes a job relayed twice as one', async () => {
    const job = { name: 'deliver', data: {}, jobId: 'delivery-1' };
    await registry.addBulk('delivery', [job, job]);
    await registry.addBulk('delivery', [job]);
    expect(await registry.counts('delivery')).toMatchObject({ waiting: 1, delayed: 0 });
  });

  it('remembers done jobs, so that one relayed late is not run again, until it is told to forget them', async () => {
    const [first, second] = ['first', 'second'].map((name) => ({ name, data: {}, jobId: name }));
    const ran: Record<string, ReturnType<typeof signal>> = { first: signal(), second: signal() };
    registry.createWorker('delivery', async ({ name }) => ran[name]!.raise(), { ...OPTIONS, concurrency: 1 });
    // One at a time: when the second runs, the first is done. Added together, either may come first.
    await registry.addBulk('delivery', [first!]);
    await ran.first!.raised;
    await registry.addBulk('delivery', [second!]);
    await ran.second!.raised;
    ran.first = signal();
    await registry.forgetDone();
    await registry.addBulk('delivery', [first!]);
    expect(await registry.counts('delivery')).toMatchObject({ waiting: 0 });
    await registry.forgetDone(0);
    await registry.addBulk('delivery', [first!]);
    await expect(ran.first.raised).resolves.toBeUndefined();
  });

  it('tries again with pauses that grow, and says which try it is', async () => {
    const attempts: { attempt: number; at: number }[] = [];
    const done = signal();
    const backoff = { type: 'exponential' as const, delay: 100 };
    await registry.addBulk('extraction', [{ name: 'flaky', data: {}, jobId: 'flaky', attempts: 3, backoff }]);
    registry.createWorker(
      'extraction',
      async (job) => {
        attempts.push({ attempt: job.attempt, at: performance.now() });
        if (job.attempt < 3) throw new Error('not yet');
        done.raise();
      },
      OPTIONS,
    );
    await done.raised;
    expect(attempts.map((made) => made.attempt)).toEqual([1, 2, 3]);
    expect(attempts[1]!.at - attempts[0]!.at).toBeGreaterThanOrEqual(95);
    expect(attempts[2]!.at - attempts[1]!.at).toBeGreaterThanOrEqual(190);
  });

  it('keeps a job that failed for the last time, with its reason, until a person looks', async () => {
    const next = signal();
    await registry.addBulk('delivery', [
      { name: 'deliver', data: { release: 7 }, jobId: 'dead-1', attempts: 2 },
    ]);
    let tries = 0;
    registry.createWorker(
      'delivery',
      async ({ jobId }) => {
        if (jobId === 'next') return next.raise();
        tries += 1;
        // One at a time: when the next job is in hand, this one is dead.
        if (tries === 2) await registry.addBulk('delivery', [{ name: 'deliver', data: {}, jobId: 'next' }]);
        throw new Error('the target folder is full');
      },
      { ...OPTIONS, concurrency: 1 },
    );
    await next.raised;
    await registry.forgetDone(0);
    const [dead] = await registry.queue('delivery').getFailed();
    expect(dead).toMatchObject({ id: 'dead-1', data: { release: 7 }, attemptsMade: 2 });
    expect(dead!.failedReason).toBe('the target folder is full');
  });

  it('does not run a delayed job early', async () => {
    const ran = signal();
    const added = performance.now();
    await registry.addBulk('extraction', [{ name: 'remind', data: {}, jobId: 'later', delay: 300 }]);
    registry.createWorker('extraction', async () => ran.raise(), OPTIONS);
    await ran.raised;
    expect(performance.now() - added).toBeGreaterThanOrEqual(295);
  });

  it('finishes the job in hand before it closes', async () => {
    const begun = signal();
    const finish = signal();
    let finished = false;
    await registry.addBulk('extraction', [{ name: 'extract', data: {}, jobId: 'long' }]);
    registry.createWorker(
      'extraction',
      async () => {
        begun.raise();
        await finish.raised;
        finished = true;
      },
      OPTIONS,
    );
    await begun.raised;
    const closed = registry.close();
    finish.raise();
    await closed;
    expect(finished).toBe(true);
    // A second close, by afterEach, must do no harm.
  });

  it('refuses a queue that nobody declared, and a job id that BullMQ would misread', async () => {
    const job = { name: 'x', data: {}, jobId: 'x' };
    await expect(registry.addBulk('extracton', [job])).rejects.toMatchObject({ code: 'queue-unknown' });
    await expect(registry.addBulk('delivery', [{ ...job, jobId: 'a:b' }])).rejects.toMatchObject({
      code: 'job-id-has-colon',
    });
  });
});

function signal(): { raised: Promise<void>; raise: () => void } {
  let raise!: () => void;
  const raised = new Promise<void>((resolve) => (raise = resolve));
  return { raised, raise };
}
