import { type AnyActorScope, type AnyMachineSnapshot, type AnyStateMachine, createActor } from 'xstate';
import type { MachineEvent, Recorded } from './contract';

/** What a machine came to, and the actions that it asks for: none of them is executed. */
type Ran = [snapshot: AnyMachineSnapshot, actions: unknown[]];

const scopes = new WeakMap<AnyStateMachine, AnyActorScope>();

/**
 * Like XState's own `initialTransition` and `transition`, which make an actor with a first snapshot of its own
 * for each call and throw it away: a third of a step's cost.
 */
export function beginMachine(machine: AnyStateMachine, input: Recorded): Ran {
  const { scope, actions } = listening(machine);
  return [machine.getInitialSnapshot(scope, input) as AnyMachineSnapshot, actions];
}

export function advanceMachine(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: MachineEvent,
): Ran {
  const { scope, actions } = listening(machine);
  return [machine.transition(snapshot, event, scope) as AnyMachineSnapshot, actions];
}

/** A scope whose actions are kept instead of executed. */
function listening(machine: AnyStateMachine): { scope: AnyActorScope; actions: unknown[] } {
  const actions: unknown[] = [];
  const inert = scopes.get(machine) ?? inertScope(machine);
  scopes.set(machine, inert);
  return { scope: { ...inert, actionExecutor: (action) => void actions.push(action) }, actions };
}

/** XState runs a transition for an actor. This one is never started, so it serves every step of its machine. */
function inertScope(machine: AnyStateMachine): AnyActorScope {
  const self = createActor(machine);
  const nothing = () => undefined;
  return {
    ...{ self, system: self.system, id: '', sessionId: '', actionExecutor: nothing },
    ...{ defer: nothing, logger: nothing, stopChild: nothing, emit: nothing },
  };
}
