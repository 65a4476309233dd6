import {
  type Effect,
  type Recorded,
  type Snapshot,
  type Step,
  type Workflow,
  begin,
  possibilities,
  step,
} from '@ledtid/workflow';
import { machineEvent } from './walk-machine';

/**
 * One instance driven by hand, for tests that tell a case's story. `take` demands that the event is taken,
 * `refusal` that it is not.
 */
export class CaseHistory {
  private last: Step;

  constructor(
    private readonly workflow: Workflow,
    input: Recorded = {},
  ) {
    this.last = begin(workflow, input);
  }

  /** Sends an event and gives what it wants done beside the change of state. */
  take(type: string, record: Recorded = {}): readonly Effect[] {
    const next = step(this.workflow, this.last.snapshot, machineEvent({ type, record }));
    if ('refused' in next) throw new Error(`${type} was refused in ${this.state.join()}: ${next.refused}`);
    this.last = next;
    return next.effects;
  }

  /** Why an event is refused; null when it would be taken. */
  refusal(type: string, record: Recorded = {}): string | null {
    const next = step(this.workflow, this.last.snapshot, machineEvent({ type, record }));
    return 'refused' in next ? next.refused : null;
  }

  /** Why an event would be refused before anything is known of its payload; null when it is possible. */
  obstacle(type: string): string | null {
    const probe = { ...machineEvent({ type, record: {} }), probe: true } as const;
    const found = possibilities(this.workflow, this.last.snapshot, (named) =>
      named === type ? [probe] : [],
    );
    return found.length === 0 ? 'not-possible-now' : (found[0]?.why ?? null);
  }

  get state(): string[] {
    return this.last.final ? [this.last.final.path] : this.last.leaves.map(({ path }) => path);
  }

  get context(): Snapshot['context'] {
    return this.last.snapshot.context;
  }

  /** Clocks that the entered leaves, or the end, set off. */
  get clocks() {
    const metas = [...this.last.leaves.map(({ meta }) => meta.clocks), this.last.final?.meta.clocks];
    return metas.filter((clocks) => clocks !== undefined);
  }
}
