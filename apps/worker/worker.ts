import type { Logger } from 'pino';
import type { Pool } from 'pg';
import { type Cases, type JobSettings, OutboxRelay, Sweeper } from '@ledtid/cases';
import type { QueueRegistry } from '@ledtid/platform';
import type { ClockConfiguration, TimeSource } from '@ledtid/time';
import type { WorkflowRegistry } from '@ledtid/workflow';
import { WorkerConfigurationError, assignHandlers } from './jobs/assign-handlers';
import { ExecutedStep } from './processors/executed-step';
import type { StepProcessor } from './processors/step-processor';
import { arrivalOfPeople, wakeUps } from './processors/worked-stage';
import { ARRIVAL_PRIORITY, type QueueSettings, WORKED_QUEUE } from './queue-settings';

/** A stage that the worker executes: what it does there, and how its queue is worked. */
export interface ExecutedQueue {
  readonly processor: StepProcessor;
  readonly settings: QueueSettings;
}

export interface WorkerParts {
  readonly pool: Pool;
  readonly time: TimeSource;
  readonly cases: Pick<Cases, 'command'>;
  readonly registry: WorkflowRegistry;
  readonly clocks: ClockConfiguration;
  readonly queues: QueueRegistry;
  readonly logger: Logger;
  /** By stage. Every other stage is worked by people. */
  readonly executed: Readonly<Record<string, ExecutedQueue>>;
  readonly worked?: QueueSettings;
  readonly sweepEverySeconds?: number;
  readonly graceSeconds?: number;
  /** Done with every sweep, each even where another fails. */
  readonly everySweep?: readonly (() => Promise<unknown>)[];
}

/**
 * Works the queues: relays the outbox, runs a handler for each job, and sweeps for what was lost.
 *
 * | state   | entered by | does                                                                        |
 * |---------|------------|-----------------------------------------------------------------------------|
 * | put together | it is made; throws when a kind of job is unhandled or doubly handled | nothing  |
 * | working | `start`    | relay, workers, sweeper (at once, then every minute)                        |
 * | stopped | `stop`     | nothing new; jobs in hand end when their queues close (`QueueRegistry.close`) |
 */
export class Worker {
  readonly relay: OutboxRelay;
  readonly sweeper: Sweeper;
  private readonly steps: ReadonlyMap<string, ExecutedStep>;
  private readonly handlers: ReturnType<typeof assignHandlers>;

  constructor(private readonly parts: WorkerParts) {
    const { registry, executed, cases, pool, logger } = parts;
    const stages = registry.stages();
    const faults = stepFaults(registry, Object.keys(executed));
    if (faults.length > 0) throw new WorkerConfigurationError(faults);
    this.steps = new Map(
      Object.entries(executed).map(([stage, { processor }]) => [
        stage,
        new ExecutedStep({ stage, processor, pool, cases, registry }),
      ]),
    );
    const people = stages.filter((stage) => !this.steps.has(stage));
    this.handlers = assignHandlers(stages, [
      ...this.steps.values(),
      arrivalOfPeople(people),
      wakeUps(stages, cases),
    ]);
    const told = (what: string) => (error: unknown) => logger.error({ err: error }, what);
    this.relay = this.makeRelay(told('relay failed and goes on'));
    this.sweeper = this.makeSweeper(told('sweep was incomplete and comes again'));
  }

  start(): void {
    for (const [stage, handler] of this.handlers) {
      this.parts.queues.createWorker(stage, handler, this.settingsOf(stage));
    }
    this.relay.start();
    this.sweeper.start();
  }

  async stop(): Promise<void> {
    await Promise.all([this.relay.stop(), this.sweeper.stop()]);
  }

  private jobSettings(stage: string, kind: string): JobSettings {
    const { retries } = this.settingsOf(stage);
    const unhurried = kind === 'arrival' && !this.steps.has(stage);
    return unhurried ? { ...retries, priority: ARRIVAL_PRIORITY } : retries;
  }

  private settingsOf(stage: string): QueueSettings {
    return this.parts.executed[stage]?.settings ?? this.parts.worked ?? WORKED_QUEUE;
  }

  private makeRelay(onError: (error: unknown) => void): OutboxRelay {
    const { pool, queues, time } = this.parts;
    const settingsOf = (queue: string, kind: string) => this.jobSettings(queue, kind);
    return new OutboxRelay({ pool, queues, time, settingsOf, onError });
  }

  private makeSweeper(onError: (error: unknown) => void): Sweeper {
    const { pool, queues, time, cases, registry, clocks, sweepEverySeconds, graceSeconds } = this.parts;
    return new Sweeper({
      ...{ pool, queues, time, cases, clocks, onError },
      executedLeaves: registry.executedLeaves(),
      settingsOf: (queue, kind) => this.jobSettings(queue, kind),
      stepIsDead: async (step, job) => {
        await this.steps.get(step.stage)?.processLost(job.jobId, step);
      },
      alsoDo: [() => queues.forgetDone(), ...(this.parts.everySweep ?? [])],
      everySeconds: sweepEverySeconds ?? 60,
      graceSeconds: graceSeconds ?? 60,
    });
  }
}

/** An executed leaf goes on only by the worker; one whose stage it does not execute would stand for ever. */
function stepFaults(registry: WorkflowRegistry, executed: readonly string[]): string[] {
  const leaves = registry.executedLeaves();
  const orphans = leaves.filter(({ stage }) => !executed.includes(stage));
  const idle = executed.filter((stage) => !leaves.some((leaf) => leaf.stage === stage));
  return [
    ...orphans.map(
      ({ workflow, leaf, stage }) =>
        `workflows/${workflow}: ${leaf} waits for the worker, which executes nothing in ${stage}. Add a processor in apps/worker/processors, or take \`executed\` from the leaf.`,
    ),
    ...idle.map(
      (stage) =>
        `step ${stage} would never run: no workflow has an executed leaf in that stage. Remove the processor, or declare the leaf \`executed\`.`,
    ),
  ];
}
