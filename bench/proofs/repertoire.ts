import { type Recorded, type Workflow, recordOf } from '@ledtid/workflow';
import { loadSamples } from '@ledtid/workflows';
import { sampledEvents } from '../../test/support/walk-machine';

/** A command that a walk may try. */
export interface TriedEvent {
  readonly type: string;
  /** The first that its payload class accepts is meant: they differ in the free text that some events demand. */
  readonly payloads: readonly Recorded[];
  /** What an event that submits the form tells the machine. */
  readonly facts: Recorded | undefined;
  /** Reported by the worker, not sent by a person. */
  readonly automatic: boolean;
}

/** Events that relatives and clocks tell; a walk leaves them to the relatives and clocks that there are. */
const TOLD = new Set([
  ...['HOLDER_ANSWERED', 'RELEASE_YIELDED', 'RELEASE_ENDED', 'CASE_MOVED_ON', 'CASE_ENDED'],
  ...['DEPENDENCY_YIELDED', 'DEPENDENCY_LOST', 'CLOCK_DUE', 'CLOCK_REMINDER'],
]);

const TEXT = 'Said in a sentence.';

/** Everything that may be tried on an instance of a workflow, by event type. */
export function repertoireOf(workflow: Workflow): ReadonlyMap<string, readonly TriedEvent[]> {
  const byType = new Map<string, TriedEvent[]>();
  for (const { type, record } of sampledEvents(workflow, loadSamples(workflow.key))) {
    const spec = workflow.events[type];
    if (!spec || TOLD.has(type)) continue;
    const payload = recordOf(spec.payload, record);
    const tried = {
      payloads: [
        payload,
        { ...payload, reason: TEXT },
        { ...payload, question: TEXT },
        { ...payload, answer: TEXT },
      ],
      facts: (record.form as { facts: Recorded } | undefined)?.facts,
      automatic: spec.internal ?? false,
    };
    byType.set(type, [...(byType.get(type) ?? []), { type, ...tried }]);
  }
  return byType;
}
