import { type AnyStateMachine, type AnyStateNode, setup } from 'xstate';
import { COMMON_GUARDS, COMMON_TEXTS, commonEvents } from './common-events';
import type { Checklist } from './checklists';
import type {
  EventSpec,
  FinalMeta,
  FormSpec,
  GuardFunction,
  Recorded,
  StageSpec,
  StateMeta,
  Text,
  WorkflowConfig,
  WorkflowTexts,
} from './contract';
import { ROLES, type Role } from './roles';

/** A state that an instance can be in. */
export interface LeafInfo {
  readonly path: string;
  /** Path of the child of a parallel state above it; `''` is the root region. */
  readonly region: string;
  readonly meta: StateMeta;
}

/** A workflow as everything else reads it. */
export interface Workflow {
  readonly key: string;
  readonly version: number;
  readonly stages: Readonly<Record<string, StageSpec>>;
  readonly events: Readonly<Record<string, EventSpec>>;
  readonly texts: WorkflowTexts;
  readonly form: FormSpec | null;
  readonly checklists: readonly Checklist[];
  readonly machine: AnyStateMachine;
  /** Non-final leaves by path. */
  readonly leaves: ReadonlyMap<string, LeafInfo>;
  /** Final states at the root by path. */
  readonly finals: ReadonlyMap<string, FinalMeta>;
  readonly guards: readonly string[];
}

/**
 * Declares a workflow: the machine with its `meta`, its events and its texts. XState's own `setup` lets a
 * leaf without meta compile; the shapes of contract.ts do not.
 */
export function defineWorkflow<
  const Stage extends string,
  const Event extends string,
  Context extends object,
>(
  config: WorkflowConfig<Stage, Event, Context>,
  events: Record<Event, EventSpec>,
  texts: WorkflowTexts,
): Workflow {
  const guards = { ...COMMON_GUARDS, ...config.guards } as Record<string, GuardFunction<object>>;
  const involved = rolesIn(config.stages, events);
  // Of a part of a case, which has no form of its own, an applicant sees how it stands and reads nothing.
  const readers = config.form ? involved : involved.filter((role) => role !== 'applicant');
  const machine = setup({
    actions: { effect: () => undefined },
    guards: guards as never,
  }).createMachine({
    id: config.key,
    context: (({ input }: { input: Recorded }) => config.context(input)) as never,
    initial: config.initial,
    states: config.states,
    on: config.on,
  } as never) as unknown as AnyStateMachine;
  return {
    key: config.key,
    version: config.version,
    stages: config.stages,
    events: { ...commonEvents(involved, readers), ...events },
    texts: withCommonTexts(texts),
    form: config.form ?? null,
    checklists: config.checklists ?? [],
    machine,
    leaves: leavesOf(machine),
    finals: finalsOf(machine),
    guards: Object.keys(guards),
  };
}

/** Everybody who works a stage, or sends an event of the workflow's own or of every workflow. */
function rolesIn(
  stages: Readonly<Record<string, StageSpec>>,
  events: Readonly<Record<string, EventSpec>>,
): Role[] {
  const declared = [...Object.values(stages), ...Object.values(events), ...Object.values(commonEvents([]))];
  const roles = declared.flatMap((spec) => (spec.roles === 'stage' ? [] : spec.roles));
  return ROLES.filter((role) => roles.includes(role));
}

function withCommonTexts(texts: WorkflowTexts): WorkflowTexts {
  return {
    ...texts,
    events: { ...COMMON_TEXTS.events, ...texts.events },
    fields: { ...COMMON_TEXTS.fields, ...texts.fields },
    codes: { ...COMMON_TEXTS.codes, ...texts.codes },
    refusals: { ...COMMON_TEXTS.refusals, ...texts.refusals },
  };
}

/** All state nodes of a machine, parents first. */
export function stateNodes(machine: AnyStateMachine): AnyStateNode[] {
  const below = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(below)];
  return below(machine.root);
}

export function pathOf(node: AnyStateNode): string {
  return node.path.join('.');
}

/** Path of the nearest child of a parallel state at or above a node. */
function regionOf(node: AnyStateNode): string {
  let current: AnyStateNode | undefined = node;
  while (current?.parent && current.parent.type !== 'parallel') current = current.parent;
  return current?.parent ? pathOf(current) : '';
}

function leavesOf(machine: AnyStateMachine): Map<string, LeafInfo> {
  const leaves = stateNodes(machine).filter((node) => node.type === 'atomic');
  return new Map(
    leaves.map((node) => {
      const path = pathOf(node);
      return [path, { path, region: regionOf(node), meta: node.meta as StateMeta }];
    }),
  );
}

function finalsOf(machine: AnyStateMachine): Map<string, FinalMeta> {
  const finals = Object.values(machine.root.states).filter((node) => node.type === 'final');
  return new Map(finals.map((node) => [pathOf(node), node.meta as FinalMeta]));
}

/** The text of a leaf: its own, else the common one of leaves named waiting, assigned or paused. */
export function stateText(workflow: Workflow, path: string): Text | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1) as keyof typeof COMMON_TEXTS.states;
  return workflow.texts.states[path] ?? COMMON_TEXTS.states[name];
}
