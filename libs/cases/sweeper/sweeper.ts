import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { QueueRegistry } from '@ledtid/platform';
import { type ClockConfiguration, type Instant, type TimeSource, toInstant } from '@ledtid/time';
import type { ExecutedLeaf } from '@ledtid/workflow';
import type { Cases } from '../cases';
import { isRefusal } from '../decision/command';
import { type Job, type WakeUpData, arrivalJob, wakeUpJob } from '../outbox/jobs';
import type { JobSettings } from '../outbox/relay';
import { causeQuestion, systemActor, wakeUpCommand } from '../outbox/wake-up';
import { type OverdueClock, overdueClocks } from './overdue-clocks';
import { type StandingStep, standingSteps } from './standing-steps';
import { type UnexplainedWait, unexplainedWaits } from './unexplained-waits';

export interface SweeperParts {
  readonly pool: Pool;
  readonly time: TimeSource;
  readonly cases: Pick<Cases, 'command'>;
  readonly queues: Pick<QueueRegistry, 'addBulk' | 'queue'>;
  /** The clocks that set targets. */
  readonly clocks: ClockConfiguration;
  /** Leaves that the worker executes. */
  readonly executedLeaves: readonly ExecutedLeaf[];
  readonly settingsOf: (queue: string, kind: string) => JobSettings;
  /** Tells the case of a step that has used up its tries, where the worker could not. */
  readonly stepIsDead: (step: StandingStep, job: Job) => Promise<void>;
  /** How long something may be late before the sweeper takes it for lost. */
  readonly graceSeconds: number;
  /** Done at the same times, each even where another fails: what the composition has to see to. */
  readonly alsoDo?: readonly (() => Promise<unknown>)[];
  readonly everySeconds: number;
  /** Told of every sweep that failed; the next one comes all the same. */
  readonly onError: (error: unknown) => void;
}

/** What one sweep did. `refused` clocks were answered by their case meanwhile. */
export interface Sweep {
  clocksWoken: number;
  clocksRefused: number;
  stepsStarted: number;
  stepsDead: number;
  causesAsked: number;
}

/**
 * Finds what should have happened and did not, so that a lost queue loses nothing: clocks past their moment
 * are woken by the sweeper itself, steps that no job runs are put into their queue again. What has stood long
 * without a cause it asks about by itself: no queue does (docs/adr/0015-asking-for-causes.md). It works from the
 * tables and the injected clock alone. Several may run at once: all that it does carries the same ids as
 * what it stands in for.
 *
 * | state   | entered by | does                                                     |
 * |---------|------------|----------------------------------------------------------|
 * | still   | it is made | sweeps only when `sweep` is called                       |
 * | running | `start`    | sweeps at once, and again `everySeconds` after each end  |
 * | stopped | `stop`     | nothing; the sweep in hand was finished first            |
 */
export class Sweeper {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: SweeperParts) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** One case that cannot be helped does not keep the others from it: what failed is thrown at the end. */
  async sweep(): Promise<Sweep> {
    const { pool, time, graceSeconds, executedLeaves, clocks } = this.parts;
    const until = secondsBefore(time.now(), graceSeconds);
    const sweep: Sweep = { clocksWoken: 0, clocksRefused: 0, stepsStarted: 0, stepsDead: 0, causesAsked: 0 };
    const errors: unknown[] = [];
    const keep = (error: unknown) => errors.push(error);
    for await (const clock of overdueClocks(pool, until)) await this.wake(clock, sweep).catch(keep);
    for (const step of await standingSteps(pool, executedLeaves, until)) {
      await this.restart(step, sweep).catch(keep);
    }
    for await (const wait of unexplainedWaits(pool, until, clocks)) await this.ask(wait, sweep).catch(keep);
    for (const also of this.parts.alsoDo ?? []) await also().catch(keep);
    if (errors.length > 0)
      throw new AggregateError(errors, `${errors.length} of the things found late failed`);
    return sweep;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.sweep().catch(this.parts.onError);
      const rest = this.parts.everySeconds * 1000;
      await pause(rest, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async wake(clock: OverdueClock, sweep: Sweep): Promise<void> {
    const job = wakeUpJob(clock);
    if (job === null) return;
    const command = wakeUpCommand(clock.wakeUp, job.data as unknown as WakeUpData, job.jobId);
    const answer = await this.parts.cases.command(command, systemActor(clock.stage));
    if (isRefusal(answer)) sweep.clocksRefused += 1;
    else sweep.clocksWoken += 1;
  }

  /** A case that has moved on, or was told its cause meanwhile, refuses the question: there is nothing to ask. */
  private async ask(wait: UnexplainedWait, sweep: Sweep): Promise<void> {
    const answer = await this.parts.cases.command(causeQuestion(wait), systemActor(wait.stage));
    if (!isRefusal(answer)) sweep.causesAsked += 1;
    else if (answer.refusal !== 'conflict') throw new Error(`The case refused to be asked: ${answer.code}.`);
  }

  private async restart(step: StandingStep, sweep: Sweep): Promise<void> {
    const job = arrivalJob(step);
    if (job === null) return;
    const found = await this.parts.queues.queue(job.queue).getJob(job.jobId);
    const state = await found?.getState();
    if (found === undefined || state === 'unknown') return this.add(job, sweep);
    if (state === 'failed') {
      await this.parts.stepIsDead(step, job);
      sweep.stepsDead += 1;
    }
    // The queue is ahead of the tables, which were restored from a copy: what it has done, they never heard.
    if (state === 'completed')
      await this.add({ ...job, jobId: `${job.jobId}-after-${found.finishedOn ?? 0}` }, sweep);
  }

  private async add(job: Job, sweep: Sweep): Promise<void> {
    const { queue, name, data, jobId } = job;
    await this.parts.queues.addBulk(queue, [{ name, data, jobId, ...this.parts.settingsOf(queue, name) }]);
    sweep.stepsStarted += 1;
  }
}

function secondsBefore(moment: Instant, seconds: number): Instant {
  return toInstant(Date.parse(moment) - seconds * 1000);
}
