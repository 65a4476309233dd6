import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { ClockUse, Recorded } from './contract';
import { type Workflow, pathOf, stateNodes } from './define-workflow';
import { guardUses } from './guards';

/** One way out of a state, as data. Transitions that XState raises itself have their event's own name. */
export interface TransitionStructure {
  readonly event: string;
  /** Paths; none where the event is only recorded. */
  readonly targets: readonly string[];
  readonly guards: readonly { readonly type: string; readonly params: Recorded }[];
  /** Types of the actions, in order: what they do is code, and no part of the structure. */
  readonly actions: readonly string[];
}

export interface StateStructure {
  readonly path: string;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly initial: readonly string[];
  readonly meta: Recorded | null;
  readonly transitions: readonly TransitionStructure[];
}

/**
 * A machine as plain data, parents before children: what diagrams and tables are drawn from, and what a
 * workflow version is the hash of.
 */
export function structureOf(workflow: Workflow): readonly StateStructure[] {
  return stateNodes(workflow.machine).map((node) => ({
    path: pathOf(node),
    type: node.type,
    initial: node.type === 'compound' ? targetsOf(node.initial) : [],
    meta: (node.meta as Recorded | undefined) ?? null,
    transitions: [...[...node.transitions.values()].flat(), ...(node.always ?? [])].map(transitionOf),
  }));
}

/** The states in whose entry a clock is set off, by what happens to it. */
export function clockUses(workflow: Workflow): Map<string, Record<keyof ClockUse, string[]>> {
  const metas = [
    ...[...workflow.leaves.values()].map(({ path, meta }) => [path, meta.clocks] as const),
    ...[...workflow.finals].map(([path, meta]) => [path, meta.clocks] as const),
  ];
  const uses = new Map<string, Record<keyof ClockUse, string[]>>();
  for (const [path, clocks] of metas) {
    for (const [kind, keys] of Object.entries(clocks ?? {}) as [keyof ClockUse, readonly string[]][]) {
      for (const key of keys) {
        const use = uses.get(key) ?? { starts: [], pauses: [], meets: [], voids: [] };
        use[kind].push(path);
        uses.set(key, use);
      }
    }
  }
  return uses;
}

function transitionOf(transition: AnyTransitionDefinition): TransitionStructure {
  return {
    event: transition.eventType,
    targets: targetsOf(transition),
    guards: guardUses(transition.guard).map((use) =>
      typeof use === 'string' ? { type: use, params: {} } : { type: use.type, params: use.params },
    ),
    actions: (transition.actions as readonly { type?: string }[]).map((action) => action.type ?? 'unnamed'),
  };
}

function targetsOf({ target }: { target?: readonly AnyStateNode[] | undefined }): string[] {
  return (target ?? []).map(pathOf);
}
