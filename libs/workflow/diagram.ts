import type { Workflow } from './define-workflow';
import { type StateStructure, structureOf } from './structure';

/** One picture, as Mermaid source. */
export interface Diagram {
  /** Name of the top-level state that it looks into; null for the overview. */
  readonly of: string | null;
  readonly mermaid: string;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly event: string;
}

const JOIN = 'when all parts are done';

/**
 * An overview of the top-level states, and one picture of the inside of each that has one. Mermaid cannot draw
 * an arrow between the insides of two composite states, so they are never nested.
 */
export function diagramsOf(workflow: Workflow): Diagram[] {
  const states = structureOf(workflow);
  const edges = edgesOf(states).filter(({ event }) => !isOwn(event));
  const composite = states.filter(
    ({ path, type }) => path !== '' && !path.includes('.') && type !== 'atomic' && type !== 'final',
  );
  return [
    { of: null, mermaid: overview(states, edges) },
    ...composite.map(({ path }) => ({ of: path, mermaid: inside(path, states, edges) })),
  ];
}

function overview(states: readonly StateStructure[], edges: readonly Edge[]): string {
  const tops = states.filter(({ path }) => path !== '' && !path.includes('.'));
  const initial = states[0]?.initial[0] ?? '';
  const between = edges
    .filter(({ from }) => from !== '')
    .map(({ from, to, event }) => ({ from: top(from), to: top(to), event }))
    .filter(({ from, to }) => from !== to);
  const finals = tops.filter(({ type }) => type === 'final').map(({ path }) => `  ${id(path)} --> [*]`);
  return lines([
    ...tops.map(({ path }) => named(path, path)),
    `  [*] --> ${id(initial)}`,
    ...arrows(between),
    ...finals,
  ]);
}

function inside(path: string, states: readonly StateStructure[], edges: readonly Edge[]): string {
  const leaves = states.filter(
    (state) => state.path.startsWith(`${path}.`) && ['atomic', 'final'].includes(state.type),
  );
  const within = (other: string) => other === path || other.startsWith(`${path}.`);
  const own = edges
    .filter(({ from, event }) => within(from) && event !== JOIN)
    .flatMap(({ from, to, event }) =>
      leavesBelow(from, states).map((leaf) => ({
        ...{ from: leaf, event },
        to: within(to) ? beginning(to, states) : top(to),
      })),
    );
  const entries = states.filter((state) => within(state.path) && state.type === 'compound');
  const outside = [...new Set(own.flatMap(({ from, to }) => [from, to]))].filter((other) => !within(other));
  return lines([
    ...leaves.map((leaf) => named(leaf.path, leaf.path.slice(path.length + 1))),
    ...outside.map((other) => named(other, other)),
    ...entries.map((state) => `  [*] --> ${id(beginning(state.path, states))}`),
    ...arrows(own),
  ]);
}

/** Events with the same ends share one arrow. */
function arrows(edges: readonly Edge[]): string[] {
  const labels = new Map<string, Set<string>>();
  for (const { from, to, event } of edges) {
    const key = `${id(from)} --> ${id(to)}`;
    labels.set(key, (labels.get(key) ?? new Set()).add(event));
  }
  return [...labels].map(([key, events]) => `  ${key} : ${[...events].join(', ')}`);
}

function edgesOf(states: readonly StateStructure[]): Edge[] {
  return states.flatMap(({ path, transitions }) =>
    transitions.flatMap(({ event, targets }) =>
      targets.map((to) => ({ from: path, to, event: nameOf(event) })),
    ),
  );
}

/** A claim or a hand-over changes who holds a state, and would hide the way through in a thicket of loops. */
function isOwn(event: string): boolean {
  return event === 'SET_CAUSE' || event === 'HAND_OFF' || event === 'RETURN_TO_QUEUE';
}

function nameOf(event: string): string {
  if (event === '') return 'at once';
  return event.startsWith('xstate.done') ? JOIN : event;
}

/** The leaf in which a compound state begins. */
function beginning(path: string, states: readonly StateStructure[]): string {
  const first = states.find((candidate) => candidate.path === path)?.initial[0];
  return first === undefined ? path : beginning(first, states);
}

/** What is possible throughout a state is possible in each of its leaves. */
function leavesBelow(path: string, states: readonly StateStructure[]): string[] {
  const below = states.filter((state) => state.type === 'atomic' && state.path.startsWith(`${path}.`));
  return below.length === 0 ? [path] : below.map((state) => state.path);
}

function top(path: string): string {
  return path.split('.')[0] ?? path;
}

function id(path: string): string {
  return path.replaceAll(/[.-]/g, '_');
}

function named(path: string, label: string): string {
  return `  state "${label}" as ${id(path)}`;
}

function lines(body: readonly string[]): string {
  return ['stateDiagram-v2', ...body].join('\n');
}
