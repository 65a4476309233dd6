import { setTimeout as pause } from 'node:timers/promises';
import { CommandError } from '../problem';
import type { EventDocument, PageDocument } from './case-document';
import type { DemoRun } from './demo-run';
import type { NamedCase } from './demo-step';
import { type Person, nameOf } from './people';

const LOOK_EVERY_MILLISECONDS = 100;

/** Looks at a case, as a person who waits for the worker does, until it gets somewhere. */
export class WorkerWatch {
  constructor(
    private readonly run: DemoRun,
    private readonly patienceSeconds: number,
  ) {}

  /**
   * Until the case is in one of the leaves; gives which. Throws `demo-step-failed` with the failure's own code
   * when it has failed instead, and `demo-worker-slow` when the time is over.
   */
  async until(who: Person, to: NamedCase, leaves: readonly string[], what: string): Promise<string> {
    const deadline = performance.now() + this.patienceSeconds * 1000;
    for (;;) {
      const { state } = await this.run.read(who, to.id);
      const reached = leaves.find((leaf) => state.includes(leaf));
      if (reached !== undefined) {
        this.run.workerDid(to, what, state);
        return reached;
      }
      if (state.some((leaf) => leaf.endsWith('.failed'))) throw await this.failed(to, state);
      if (performance.now() > deadline) throw await this.slow(to, state, leaves);
      await pause(LOOK_EVERY_MILLISECONDS);
    }
  }

  private async failed(to: NamedCase, state: readonly string[]): Promise<CommandError> {
    return new CommandError(
      'demo-step-failed',
      `The ${to.name} has failed (${state.join(', ')}): ${await this.lastCode(to)}.`,
      `${nameOf('lars')}, the data engineer, sees why in the queue's jobs and drives it again.`,
    );
  }

  private async slow(
    to: NamedCase,
    state: readonly string[],
    leaves: readonly string[],
  ): Promise<CommandError> {
    return new CommandError(
      'demo-worker-slow',
      `After ${this.patienceSeconds} s the ${to.name} is in ${state.join(', ')} and not in ` +
        `${leaves.join(' or ')}; the last code it recorded: ${await this.lastCode(to)}.`,
      'See that a worker runs, and what the queue of that stage says.',
    );
  }

  /** The code that the case's last failed or deviating step gave. */
  private async lastCode({ id }: NamedCase): Promise<string> {
    const path = `/cases/${id}/events?limit=100`;
    const { items } = await this.run.request<PageDocument<EventDocument>>('lars', 'GET', path);
    const codes = items.map(({ record }) => record.code).filter((code) => typeof code === 'string');
    return codes.at(-1) ?? 'none';
  }
}
