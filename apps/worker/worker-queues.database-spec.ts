import {
  type ClockCycleRow,
  type LedgerRow,
  type Sweep,
  isRefusal,
  systemActor,
  wakeUpJob,
} from '@ledtid/cases';
import { breachInstant, toInstant } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../test/support/example-workflow';
import { exampleStep } from '../../test/support/example-step';
import { configurationOf, person } from '../../test/support/memory-family';
import { WorkerRig } from '../../test/support/worker-rig';
import type { StepProcessor } from './processors/step-processor';
import { WORKED_QUEUE } from './queue-settings';
import type { ExecutedQueue } from './worker';

const configuration = configurationOf([exampleCase, exampleInquiry, exampleStep]);
const anna = person('anna', 'applicant');
const olle = person('olle', 'case_officer');
const dora = person('dora', 'case_officer', 'data_engineer');

const QUICK = {
  ...{ concurrency: 2, lockSeconds: 5, stalledCheckSeconds: 5, maximumStalls: 3, perSecond: null },
  retries: { attempts: 3, backoff: { type: 'exponential', delay: 5 } },
} as const;

function crunch(run: StepProcessor['run']): Record<string, ExecutedQueue> {
  const about = () => ({ attempt: 1 });
  return { crunch: { processor: { failure: 'CRUNCH_FAILED', about, run }, settings: QUICK } };
}

const atOnce = crunch(async () => ({ type: 'CRUNCHED', payload: {} }));

describe('the worker on its queues', () => {
  let rig: WorkerRig;
  beforeEach(async () => {
    rig = await WorkerRig.open(configuration);
  });
  afterEach(() => rig.close());

  async function submitted(workflow = 'example-case'): Promise<string> {
    const id = await rig.draft(workflow, workflow === 'example-case' ? { title: 'A study' } : {}, anna);
    await rig.must(id, 'SUBMIT', anna);
    return id;
  }

  async function clockOf(instanceId: string, key: string): Promise<ClockCycleRow> {
    const rows = await rig.rows<ClockCycleRow>(
      `SELECT instance_id AS "instanceId", key, started, stage, due, outcome, wake_up AS "wakeUp",
         wake_up_at AS "wakeUpAt" FROM clock_cycle WHERE instance_id = $1 AND key = $2`,
      [instanceId, key],
    );
    return rows[0]!;
  }

  function eventsOf(
    instanceId: string,
  ): Promise<Pick<LedgerRow, 'type' | 'actor' | 'occurredAt' | 'record'>[]> {
    return rig.rows(
      `SELECT type, actor, occurred_at AS "occurredAt", record FROM ledger WHERE instance_id = $1 ORDER BY number`,
      [instanceId],
    );
  }

  async function leavesOf(instanceId: string): Promise<string[]> {
    const [row] = await rig.rows<{ leaves: string[] }>('SELECT leaves FROM instance WHERE id = $1', [
      instanceId,
    ]);
    return row!.leaves;
  }

  /** As if the queues had been lost: every job is gone, whatever its state. */
  async function loseQueues(): Promise<void> {
    for (const name of rig.queues.names) await rig.queues.queue(name).obliterate({ force: true });
  }

  async function hourAfter(moment: string): Promise<void> {
    rig.time.turnTo(toInstant(Date.parse(moment) + 3_600_000));
  }

  describe('clocks', () => {
    it('reminds, tells and breaches through the queue once the clock has been turned', async () => {
      const id = await submitted();
      const breach = breachInstant(await clockOf(id, 'pre-screening'))!;
      await hourAfter(breach);
      rig.worker({ executed: atOnce }).start();
      await rig.untilTaken('CLOCK_DUE');
      expect(await clockOf(id, 'pre-screening')).toMatchObject({ outcome: 'breached', wakeUp: null });
      const woken = (await eventsOf(id)).filter(({ actor }) => actor === 'system:check');
      expect(woken.map(({ type, record }) => record.moment ?? type)).toEqual([
        'reminder',
        'due',
        'CLOCK_DUE',
      ]);
      expect(woken.at(-1)!.occurredAt).toBe(breach);
    });

    it('would have done none of it had the clock not been turned', async () => {
      const id = await submitted();
      const worker = rig.worker({ executed: atOnce });
      await worker.relay.drain();
      const nothing: Sweep = {
        ...{ clocksWoken: 0, clocksRefused: 0, stepsStarted: 0, stepsDead: 0, causesAsked: 0 },
      };
      expect(await worker.sweeper.sweep()).toEqual(nothing);
      expect(await rig.queues.counts('check')).toMatchObject({ delayed: 1, prioritized: 1 });
      expect(await clockOf(id, 'pre-screening')).toMatchObject({ outcome: 'running', wakeUp: 'reminder' });
    });

    it('makes the old wake-up moot when a deadline was extended, and wakes at the new one', async () => {
      const id = await submitted();
      await rig.must(id, 'CLAIM', olle, { stage: 'check' });
      await rig.must(id, 'PASS', olle);
      const before = await clockOf(id, 'permit-decision');
      const reason = 'The holders answer late.';
      await rig.must(id, 'EXTEND_DEADLINE', olle, { clock: 'permit-decision', reason });
      const after = await clockOf(id, 'permit-decision');
      expect(after.wakeUpAt! > before.wakeUpAt!).toBe(true);

      await hourAfter(before.wakeUpAt!);
      const worker = rig.worker({ executed: atOnce });
      worker.start();
      const old = wakeUpJob(before)!.jobId;
      const moot = await rig.until(({ command }) => command.idempotencyKey === old);
      expect(moot.answer).toMatchObject({ refusal: 'conflict', code: 'clock-not-due' });
      expect(await clockOf(id, 'permit-decision')).toEqual(after);

      await hourAfter(after.wakeUpAt!);
      await worker.sweeper.sweep();
      const known = wakeUpJob(after)!.jobId;
      const woken = await rig.until(({ command }) => command.idempotencyKey === known);
      expect(isRefusal(woken.answer)).toBe(false);
    });

    it('wakes a clock once when queue and sweeper wake it at the same time', async () => {
      const id = await submitted();
      await hourAfter((await clockOf(id, 'pre-screening')).wakeUpAt!);
      const worker = rig.worker({ executed: atOnce });
      worker.start();
      await Promise.all([worker.sweeper.sweep(), worker.sweeper.sweep(), rig.untilTaken('CLOCK_REMINDER')]);
      const reminders = (await eventsOf(id)).filter(({ type }) => type === 'CLOCK_REMINDER');
      expect(reminders).toHaveLength(1);
    });
  });

  describe('a lost queue', () => {
    it('loses no deadline', async () => {
      const id = await submitted();
      const worker = rig.worker({ executed: atOnce });
      await worker.relay.drain();
      await loseQueues();
      await hourAfter(breachInstant(await clockOf(id, 'pre-screening'))!);
      await worker.sweeper.sweep();
      expect(await clockOf(id, 'pre-screening')).toMatchObject({ outcome: 'breached' });
    });

    it('loses no step', async () => {
      const id = await submitted('example-step');
      const worker = rig.worker({ executed: atOnce });
      await worker.relay.drain();
      await loseQueues();
      worker.start();
      await rig.untilTaken('CRUNCHED');
      expect((await eventsOf(id)).at(-1)).toMatchObject({ type: 'CRUNCHED', actor: 'system:crunch' });
    });

    it('starts a step again that the queue holds for done while its case still stands there', async () => {
      const id = await submitted('example-step');
      const worker = rig.worker({ executed: atOnce });
      await worker.relay.drain();
      const done = gate();
      const again = gate();
      // One at a time: when the second job is in hand, the first is done.
      rig.queues.createWorker(
        'crunch',
        async ({ jobId }) => {
          if (jobId === 'next') done.open();
          if (jobId.startsWith(`${id}-2-root-after-`)) again.open();
        },
        { ...QUICK, concurrency: 1 },
      );
      await rig.queues.addBulk('crunch', [{ name: 'arrival', data: {}, jobId: 'next' }]);
      await done.opened;
      expect(await worker.sweeper.sweep()).toMatchObject({ stepsStarted: 1, stepsDead: 0 });
      await again.opened;
    });
  });

  describe('a step', () => {
    it('that fails twice is tried again and then succeeds, and the case hears of it once', async () => {
      const id = await submitted('example-step');
      let tries = 0;
      const flaky = crunch(async () => {
        tries += 1;
        if (tries < 3) throw new Error('the source does not answer');
        return { type: 'CRUNCHED', payload: {} };
      });
      rig.worker({ executed: flaky }).start();
      await rig.untilTaken('CRUNCHED');
      expect(tries).toBe(3);
      expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['CREATED', 'SUBMIT', 'CRUNCHED']);
    });

    it('that fails for good stands in its failed leaf until an engineer drives it again', async () => {
      const id = await submitted('example-step');
      let broken = true;
      const executed = crunch(async () => {
        if (broken) throw new Error("Could not convert string '19500101-1234'");
        return { type: 'CRUNCHED', payload: {} };
      });
      rig.worker({ executed }).start();
      await rig.untilTaken('CRUNCH_FAILED');
      expect(await leavesOf(id)).toEqual(['work.failed']);
      expect((await eventsOf(id)).at(-1)).toMatchObject({ record: { code: 'unexpected-error', attempt: 1 } });

      broken = false;
      await rig.must(id, 'RETRY', dora);
      await rig.untilTaken('CRUNCHED');
      const types = (await eventsOf(id)).map(({ type }) => type);
      expect(types).toEqual(['CREATED', 'SUBMIT', 'CRUNCH_FAILED', 'RETRY', 'CRUNCHED']);
      const [dead] = await rig.queues.queue('crunch').getFailed();
      expect(dead!.failedReason).toContain('unexpected-error');
      expect(dead!.failedReason).not.toContain('19500101');
    });

    it('tells its case that it is dead even when the worker could not', async () => {
      const id = await submitted('example-step');
      const worker = rig.worker({ executed: atOnce });
      await worker.relay.drain();
      const jobId = `${id}-2-root`;
      await rig.queues.queue('crunch').remove(jobId);
      const died = gate();
      // One at a time: when the second job is in hand, the first is dead.
      rig.queues.createWorker(
        'crunch',
        async (job) => {
          if (job.jobId === jobId) throw new Error('gone');
          died.open();
        },
        { ...QUICK, concurrency: 1 },
      );
      for (const each of [jobId, 'next']) {
        await rig.queues.addBulk('crunch', [{ name: 'arrival', data: {}, jobId: each }]);
      }
      await died.opened;
      expect(await worker.sweeper.sweep()).toMatchObject({ stepsDead: 1, stepsStarted: 0 });
      expect(await leavesOf(id)).toEqual(['work.failed']);
      expect((await eventsOf(id)).at(-1)).toMatchObject({ record: { code: 'process-lost', attempt: 1 } });
    });

    it('of whose death the sweeper told meanwhile is dead for its own reason, and told of once', async () => {
      const id = await submitted('example-step');
      const next = gate();
      const { crunch: step } = crunch(async ({ instance }) => {
        if (instance.id !== id) next.open();
        const payload = { code: 'process-lost', attempt: 1 };
        const sent = { instanceId: id, version: 1, type: 'CRUNCH_FAILED', payload };
        await rig.cases.command({ ...sent, idempotencyKey: `${id}-2-root-dead` }, systemActor('crunch'));
        throw new Error('the source does not answer');
      });
      const once = { ...QUICK, concurrency: 1, retries: { ...QUICK.retries, attempts: 1 } };
      rig.worker({ executed: { crunch: { ...step!, settings: once } } }).start();
      await rig.until(({ answer }) => isRefusal(answer) && answer.code === 'key-reused');
      await submitted('example-step');
      await next.opened;
      const dead = await rig.queues.queue('crunch').getJob(`${id}-2-root`);
      expect(dead!.failedReason).toContain('Error in a step');
      expect((await eventsOf(id)).filter(({ type }) => type === 'CRUNCH_FAILED')).toHaveLength(1);
    });

    it('whose case has moved on meanwhile does nothing', async () => {
      const id = await submitted('example-step');
      const entered = gate();
      const held = gate();
      const executed = crunch(async () => {
        entered.open();
        await held.opened;
        return { type: 'CRUNCHED', payload: {} };
      });
      rig.worker({ executed }).start();
      await entered.opened;
      const sent = { instanceId: id, version: 1, type: 'CRUNCH_FAILED', payload: { code: 'by-hand' } };
      await rig.cases.command({ ...sent, idempotencyKey: 'other' }, { ...dora, system: true });
      held.open();
      const late = await rig.until(({ command }) => command.type === 'CRUNCHED');
      expect(late.answer).toMatchObject({ refusal: 'conflict', code: 'not-possible-now' });
      expect(await leavesOf(id)).toEqual(['work.failed']);
    });
  });

  it('shows arrivals of people in their queue, and does nothing to the case', async () => {
    const id = await submitted();
    const worker = rig.worker({ executed: atOnce, worked: WORKED_QUEUE });
    await worker.relay.drain();
    expect(await rig.queues.queue('check').getJob(`${id}-2-root`)).toMatchObject({ name: 'arrival' });
    worker.start();
    await worker.stop();
    await rig.queues.close();
    expect(rig.told).toEqual([]);
  });
});

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
