import { type AnyMachineSnapshot, type AnyTransitionDefinition, getNextTransitions } from 'xstate';
import type { FinalMeta, GuardFunction, MachineEvent, Recorded } from './contract';
import { type LeafInfo, type Workflow, pathOf } from './define-workflow';
import type { Effect } from './effects';
import { guardUses } from './guards';
import { advanceMachine, beginMachine } from './run-machine';

/** What is stored of an instance between two events. */
export interface Snapshot {
  readonly value: unknown;
  readonly context: unknown;
  readonly status: 'active' | 'done';
}

export interface Step {
  readonly snapshot: Snapshot;
  readonly leaves: readonly LeafInfo[];
  /** The final state at the root, once the instance has ended. */
  readonly final: { readonly path: string; readonly meta: FinalMeta } | null;
  readonly effects: readonly Effect[];
}

/** Why an event cannot be taken now: a guard's name, or `not-possible-now`. */
export interface StepRefusal {
  readonly refused: string;
}

/** The state in which an instance begins. */
export function begin(workflow: Workflow, input: Recorded): Step {
  return stepOf(workflow, beginMachine(workflow.machine, input));
}

/**
 * One pure step. XState takes an unknown event silently, so possibility is asked first; nothing is executed,
 * the effects come back as data.
 */
export function step(workflow: Workflow, snapshot: Snapshot, event: MachineEvent): Step | StepRefusal {
  // XState takes what the root handles even in an ended machine.
  if (snapshot.status !== 'active') return { refused: 'not-possible-now' };
  const live = restore(workflow, snapshot);
  if (!live.can(event)) return { refused: refusalOf(live, event) };
  return stepOf(workflow, advanceMachine(workflow.machine, live, event));
}

/** Event types that some transition of the present state names, guards left aside, with why not. */
export function possibilities(
  workflow: Workflow,
  snapshot: Snapshot,
  probe: (type: string) => MachineEvent[],
): { event: MachineEvent; why: string | null }[] {
  const live = restore(workflow, snapshot);
  if (live.status !== 'active') return [];
  const types = new Set(getNextTransitions(live).map((candidate) => candidate.eventType));
  return [...types]
    .filter((type) => type in workflow.events)
    .flatMap((type) => probe(type))
    .map((event) => ({ event, why: live.can(event) ? null : refusalOf(live, event) }));
}

/** Active leaves of a stored snapshot. */
export function leavesOfSnapshot(workflow: Workflow, snapshot: Snapshot): LeafInfo[] {
  return activeLeaves(workflow, restore(workflow, snapshot));
}

function restore(workflow: Workflow, snapshot: Snapshot): AnyMachineSnapshot {
  return workflow.machine.resolveState({
    value: snapshot.value as never,
    context: snapshot.context,
    status: snapshot.status,
  });
}

function stepOf(workflow: Workflow, [next, actions]: [AnyMachineSnapshot, unknown[]]): Step {
  return {
    snapshot: {
      value: next.value as unknown,
      context: next.context as unknown,
      status: next.status === 'done' ? 'done' : 'active',
    },
    leaves: activeLeaves(workflow, next),
    final: finalOf(workflow, next),
    effects: actions.flatMap((action) => effectsOf(action as { params?: unknown })),
  };
}

function effectsOf(action: { params?: unknown }): readonly Effect[] {
  return (action.params as { effects?: readonly Effect[] } | undefined)?.effects ?? [];
}

function activeLeaves(workflow: Workflow, snapshot: AnyMachineSnapshot): LeafInfo[] {
  return (
    snapshot._nodes
      .filter((node) => node.type === 'atomic')
      // In the order of the declaration: XState's own differs between a step and a restored snapshot.
      .sort((one, other) => one.order - other.order)
      .map((node) => workflow.leaves.get(pathOf(node)))
      .filter((leaf) => leaf !== undefined)
  );
}

function finalOf(workflow: Workflow, snapshot: AnyMachineSnapshot): Step['final'] {
  if (snapshot.status !== 'done') return null;
  const path = String(snapshot.value);
  const meta = workflow.finals.get(path);
  return meta ? { path, meta } : null;
}

function refusalOf(live: AnyMachineSnapshot, event: MachineEvent): string {
  const candidates = getNextTransitions(live).filter((candidate) => candidate.eventType === event.type);
  const names = candidates
    .map((candidate) => failing(live, event, candidate))
    .filter((name) => name !== undefined);
  // A handler of another region or clock is not what the sender meant, so a case's own reason comes first.
  const own = names.find((name) => name !== 'stage-not-active' && name !== 'clock-not-governing');
  return own ?? names[0] ?? 'not-possible-now';
}

/** The first guard of a transition that says no. */
function failing(
  live: AnyMachineSnapshot,
  event: MachineEvent,
  { guard }: AnyTransitionDefinition,
): string | undefined {
  const implementations = live.machine.implementations.guards as Record<
    string,
    GuardFunction<unknown> | undefined
  >;
  return guardUses(guard)
    .map((use) => (typeof use === 'string' ? { type: use, params: {} } : use))
    .find(({ type, params }) => !implementations[type]?.({ context: live.context as unknown, event }, params))
    ?.type;
}
