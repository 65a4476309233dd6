import type { QueueJob } from '@ledtid/platform';
import { millisecondsBetween } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { configurationOf } from '../../../test/support/memory-family';
import { WorkerRig } from '../../../test/support/worker-rig';
import { OutboxRelay, outboxIsEmpty } from './relay';

const configuration = configurationOf([exampleCase, exampleInquiry]);
const RUN_AT = '2026-03-05T08:00:00.000Z';

describe('the relay from the outbox to the queues', () => {
  let rig: WorkerRig;
  beforeEach(async () => {
    rig = await WorkerRig.open(configuration);
  });
  afterEach(() => rig.close());

  type AddBulk = (queue: string, jobs: readonly QueueJob[]) => Promise<void>;

  function relayWith(addBulk: AddBulk = (queue, jobs) => rig.queues.addBulk(queue, jobs)): OutboxRelay {
    const { time } = rig;
    const pool = rig.database.pool;
    return new OutboxRelay({
      ...{ pool, time, queues: { addBulk }, settingsOf: () => ({}) },
      onError: (error) => {
        throw error;
      },
    });
  }

  async function fill(count: number, runAt: string | null = null): Promise<void> {
    await rig.database.pool.query(
      `INSERT INTO outbox (id, queue, name, job_id, data, run_at, created_at)
       SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
         CASE WHEN n % 2 = 0 THEN 'check' ELSE 'law' END, 'arrival', 'job-' || n, jsonb_build_object('n', n), $2, $3
       FROM generate_series(1, $1::int) n`,
      [count, runAt, rig.time.now()],
    );
  }

  async function inQueues(): Promise<number> {
    const counts = await Promise.all(['check', 'law'].map((queue) => rig.queues.counts(queue)));
    return counts.reduce((sum, { waiting = 0, delayed = 0 }) => sum + waiting + delayed, 0);
  }

  it('gives a job once though the process ended after adding it and before the outbox knew', async () => {
    await fill(30);
    const dying = relayWith(async (queue, jobs) => {
      await rig.queues.addBulk(queue, jobs);
      throw new Error('the process ends here');
    });
    await expect(dying.drain()).rejects.toThrow('the process ends here');
    expect(await outboxIsEmpty(rig.database.pool)).toBe(false);
    expect(await inQueues()).toBe(15);
    await relayWith().drain();
    expect(await outboxIsEmpty(rig.database.pool)).toBe(true);
    expect(await inQueues()).toBe(30);
  });

  it('loses and doubles nothing when several relays carry at once, more than a batch each', async () => {
    await fill(1700);
    const added: string[] = [];
    const carry: AddBulk = async (queue, jobs) => {
      added.push(...jobs.map((job) => job.jobId));
      await rig.queues.addBulk(queue, jobs);
    };
    await Promise.all([relayWith(carry).drain(), relayWith(carry).drain(), relayWith(carry).drain()]);
    expect(await inQueues()).toBe(1700);
    expect(added).toHaveLength(1700);
  });

  it('delays a job by the injected clock, and not at all when that has passed the moment', async () => {
    await fill(1, RUN_AT);
    await relayWith().drain();
    const job = await rig.queues.queue('law').getJob('job-1');
    expect(job?.delay).toBe(millisecondsBetween(rig.time.now(), RUN_AT));
    await rig.queues.queue('law').remove('job-1');
    rig.time.turnTo('2026-03-05T08:00:01.000Z');
    await fill(1, RUN_AT);
    await relayWith().drain();
    expect(await rig.queues.counts('law')).toMatchObject({ waiting: 1, delayed: 0 });
  });

  it('goes on after a failure of the queue, and has told of it', async () => {
    const told: unknown[] = [];
    const carried = signal();
    let fails = true;
    const relay = new OutboxRelay({
      ...{ pool: rig.database.pool, time: rig.time, settingsOf: () => ({}) },
      onError: (error) => told.push(error),
      queues: {
        addBulk: (queue, jobs) => {
          if (fails) {
            fails = false;
            return Promise.reject(new Error('queue is down'));
          }
          return rig.queues.addBulk(queue, jobs).then(carried.raise);
        },
      },
    });
    await fill(1);
    relay.start();
    await carried.raised;
    await relay.stop();
    expect(told).toHaveLength(1);
    expect(await outboxIsEmpty(rig.database.pool)).toBe(true);
  });
});

function signal() {
  let raise: () => void = () => undefined;
  const raised = new Promise<void>((resolve) => {
    raise = resolve;
  });
  return { raised, raise };
}
