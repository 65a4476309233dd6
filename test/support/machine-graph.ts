import {
  type AnyMachineSnapshot,
  type AnyStateNode,
  type AnyTransitionDefinition,
  getNextTransitions,
} from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import {
  type GuardFunction,
  type GuardUse,
  type MachineEvent,
  type Recorded,
  type Workflow,
  guardUses,
  pathOf,
  stateNodes,
} from '@ledtid/workflow';
import type { Samples } from '@ledtid/workflows';
import { machineEvent, sampledEvents } from './walk-machine';

/** A state of the graph with the events that its samples try from there. */
interface Vertex {
  readonly state: AnyMachineSnapshot;
  readonly events: readonly MachineEvent[];
}

export interface ShortestPath {
  readonly input: Recorded;
  readonly state: AnyMachineSnapshot;
  readonly events: readonly MachineEvent[];
}

/** Far above what the machines need, so that a machine whose essence is too fine fails instead of running on. */
const LIMIT = 400_000;

function traversal(workflow: Workflow, samples: Samples, input: Recorded) {
  const events = sampledEvents(workflow, samples).map(machineEvent);
  return {
    input,
    limit: LIMIT,
    events: (state: AnyMachineSnapshot) => {
      const types = new Set(getNextTransitions(state).map(({ eventType }) => eventType));
      return events.filter(({ type }) => types.has(type));
    },
    serializeState: (state: AnyMachineSnapshot) =>
      JSON.stringify([state.value, samples.essence(state.context, state.value)]),
    stopWhen: (state: AnyMachineSnapshot) => state.status === 'done',
  };
}

/** Every state that the samples reach, from every input. */
export function vertices(workflow: Workflow, samples: Samples): Vertex[] {
  return samples.inputs.flatMap((input) => {
    const options = traversal(workflow, samples, input);
    const found = Object.values(getAdjacencyMap(workflow.machine, options as never)) as {
      state: AnyMachineSnapshot;
    }[];
    return found.map(({ state }) => ({
      state,
      events: state.status === 'done' ? [] : options.events(state),
    }));
  });
}

/** The shortest way from the beginning to every state, as the events to send. */
export function shortestPaths(workflow: Workflow, samples: Samples): ShortestPath[] {
  return samples.inputs.flatMap((input) => {
    const paths = getShortestPaths(workflow.machine, traversal(workflow, samples, input) as never);
    return paths.map(({ state, steps }) => ({
      input,
      state: state as AnyMachineSnapshot,
      events: steps
        .map(({ event }) => event as unknown as MachineEvent)
        .filter(({ type }) => type !== 'xstate.init'),
    }));
  });
}

/**
 * States from which no event leads to an end, those that end an instance from anywhere left aside: a state that
 * only a withdrawal gets out of is a trap.
 */
export function traps(workflow: Workflow, samples: Samples, exits: ReadonlySet<string>): string[] {
  return samples.inputs.flatMap((input) => {
    const options = traversal(workflow, samples, input);
    const edges = Object.entries(getAdjacencyMap(workflow.machine, options as never)).map(([key, vertex]) => {
      const { state, transitions } = vertex as unknown as AdjacentVertex;
      const onward = Object.values(transitions).filter(({ event }) => !exits.has(event.type));
      return {
        key,
        ends: state.status === 'done',
        next: onward.map((edge) => options.serializeState(edge.state)),
      };
    });
    const safe = new Set(edges.filter(({ ends }) => ends).map(({ key }) => key));
    for (let before = -1; before < safe.size;) {
      before = safe.size;
      for (const { key, next } of edges) if (next.some((target) => safe.has(target))) safe.add(key);
    }
    return edges.map(({ key }) => key).filter((key) => !safe.has(key));
  });
}

interface AdjacentVertex {
  readonly state: AnyMachineSnapshot;
  readonly transitions: Record<string, { readonly event: MachineEvent; readonly state: AnyMachineSnapshot }>;
}

/** `review.legal.assigned FINISH_LEGAL_REVIEW -> review.legal.done`; transitions that XState raises itself left out. */
export function declaredTransitions(workflow: Workflow): string[] {
  return stateNodes(workflow.machine)
    .flatMap((node) => [...node.transitions.values()].flat())
    .filter(({ eventType }) => !eventType.startsWith('xstate.'))
    .map(nameOf);
}

/** The transitions that some vertex takes on one of its events. */
export function takenTransitions(workflow: Workflow, found: readonly Vertex[]): Set<string> {
  const taken = found.flatMap(({ state, events }) =>
    events.flatMap((event) => {
      const selected = workflow.machine.getTransitionData(state as never, event as never);
      return (selected as unknown as AnyTransitionDefinition[] | undefined) ?? [];
    }),
  );
  return new Set(taken.map(nameOf));
}

function nameOf(transition: AnyTransitionDefinition): string {
  const targets = (transition.target as readonly AnyStateNode[] | undefined) ?? [];
  const guards = guardUses(transition.guard).map(guardName).join(' and ');
  const source = pathOf(transition.source as AnyStateNode) || '(anywhere)';
  return `${source} ${transition.eventType} -> ${targets.map(pathOf).join(' + ')}${guards && ` if ${guards}`}`;
}

function guardName(use: GuardUse): string {
  return typeof use === 'string' ? use : `${use.type} ${JSON.stringify(use.params)}`;
}

/** For each guard of each event, which answers it gave: `FINISH_LEGAL_REVIEW ethics-not-covered` → yes, no. */
export function guardAnswers(workflow: Workflow, found: readonly Vertex[]): Map<string, Set<boolean>> {
  const guards = workflow.machine.implementations.guards as Record<string, GuardFunction<unknown>>;
  const answers = new Map<string, Set<boolean>>();
  for (const { state, events } of found) {
    for (const candidate of getNextTransitions(state)) {
      for (const use of guardUses(candidate.guard)) {
        const { type, params } = typeof use === 'string' ? { type: use, params: {} } : use;
        const key = `${candidate.eventType} ${guardName(use)}`;
        const known = answers.get(key) ?? answers.set(key, new Set()).get(key);
        for (const event of events.filter((sent) => sent.type === candidate.eventType)) {
          known?.add(guards[type]?.({ context: state.context as unknown, event }, params) === true);
        }
      }
    }
  }
  return answers;
}
