import type { AnyStateNode } from 'xstate';
import { checklistFaults } from './checklists';
import { characteristicFaults } from './characteristics';
import type { Recorded, Text } from './contract';
import { COMMON_TEXTS } from './common-events';
import { type Workflow, pathOf, stateNodes, stateText } from './define-workflow';
import { recordedFields } from './in-ledger';

/** What the registry must know of the rest of the configuration to refuse a workflow that cannot run. */
export interface RegistryConfiguration {
  /** Keys of the dated clock configuration. */
  readonly clocks: ReadonlySet<string>;
  /** Codes of the dated cause list. */
  readonly causes: ReadonlySet<string>;
}

/** A leaf whose work the worker does by itself: a case in it makes the worker run its stage's step. */
export interface ExecutedLeaf {
  readonly workflow: string;
  readonly leaf: string;
  readonly stage: string;
}

/** All workflows of this installation; complete, or it does not come into being. */
export class WorkflowRegistry {
  private readonly byKey: ReadonlyMap<string, Workflow>;

  /** Throws `WorkflowDefinitionError` naming every fault and its fix. */
  constructor(workflows: readonly Workflow[], configuration: RegistryConfiguration) {
    const faults = [
      ...repeatedKeys(workflows),
      ...workflows.flatMap((workflow) =>
        faultsOf(workflow, configuration).map((fault) => `workflows/${workflow.key}: ${fault}`),
      ),
    ];
    if (faults.length > 0) throw new WorkflowDefinitionError(faults);
    this.byKey = new Map(workflows.map((workflow) => [workflow.key, workflow]));
  }

  find(key: string): Workflow | undefined {
    return this.byKey.get(key);
  }

  /** Throws when the key is unknown: for keys read from our own rows only. */
  get(key: string): Workflow {
    const workflow = this.byKey.get(key);
    if (!workflow) {
      throw new Error(`Workflow ${key} is stored but not installed: put its folder back under workflows/.`);
    }
    return workflow;
  }

  all(): Workflow[] {
    return [...this.byKey.values()];
  }

  /** Every stage of every workflow, `none` left out: a queue each. */
  stages(): string[] {
    return [...new Set(this.all().flatMap((workflow) => Object.keys(workflow.stages)))].sort();
  }

  /** Every leaf that the worker executes. */
  executedLeaves(): ExecutedLeaf[] {
    return this.all().flatMap(({ key, leaves }) =>
      [...leaves.values()]
        .filter(({ meta }) => meta.executed)
        .map(({ path, meta }) => ({ workflow: key, leaf: path, stage: meta.stage })),
    );
  }

  isExecuted(workflow: string, leaf: string): boolean {
    return this.get(workflow).leaves.get(leaf)?.meta.executed === true;
  }
}

export class WorkflowDefinitionError extends Error {
  readonly code = 'workflow-definition';

  constructor(readonly faults: readonly string[]) {
    super(
      `The workflows cannot run as they are declared:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
  }
}

function repeatedKeys(workflows: readonly Workflow[]): string[] {
  const keys = workflows.map((workflow) => workflow.key);
  return keys
    .filter((key, index) => keys.indexOf(key) !== index)
    .map((key) => `two workflows are named ${key}: give one another key.`);
}

function faultsOf(workflow: Workflow, configuration: RegistryConfiguration): string[] {
  return [
    ...stageFaults(workflow),
    ...executedFaults(workflow),
    ...clockFaults(workflow, configuration),
    ...causeFaults(workflow, configuration),
    ...questionFaults(workflow),
    ...heldFaults(workflow),
    ...eventFaults(workflow),
    ...textFaults(workflow),
    ...finalFaults(workflow),
    ...checklistFaults(workflow),
    ...characteristicFaults(workflow.form?.schema ?? {}),
  ];
}

function stageFaults(workflow: Workflow): string[] {
  return [...workflow.leaves.values()]
    .filter((leaf) => leaf.meta.stage !== 'none' && !(leaf.meta.stage in workflow.stages))
    .map((leaf) => `${leaf.path} is of stage ${leaf.meta.stage}: add it to stages, or use 'none'.`);
}

/** An executed leaf without a queue would stand for ever; one that a person can take would be worked twice. */
function executedFaults({ machine, leaves, events }: Workflow): string[] {
  return stateNodes(machine).flatMap((node) => {
    const leaf = leaves.get(pathOf(node));
    if (!leaf?.meta.executed) return [];
    const taken = (node.ownEvents as string[]).filter((type) => events[type]?.roles === 'stage');
    return [
      ...(leaf.meta.stage === 'none' ? [`${leaf.path} is executed, but of no stage: give it one.`] : []),
      ...taken.map((type) => `${leaf.path} is executed, but takes ${type}: people take it in another leaf.`),
    ];
  });
}

function clockFaults(workflow: Workflow, { clocks }: RegistryConfiguration): string[] {
  const metas = [
    ...[...workflow.leaves.values()].map((leaf) => ({ path: leaf.path, use: leaf.meta.clocks })),
    ...[...workflow.finals].map(([path, meta]) => ({ path, use: meta.clocks })),
  ];
  return metas.flatMap(({ path, use }) =>
    Object.values(use ?? {})
      .flat()
      .filter((key: string) => !clocks.has(key))
      .map((key: string) => `${path} uses clock ${key}: add it to the clock configuration, with its source.`),
  );
}

function causeFaults(workflow: Workflow, { causes }: RegistryConfiguration): string[] {
  return [...workflow.leaves.values()].flatMap(({ path, meta }) =>
    meta.cause === undefined || causes.has(meta.cause)
      ? []
      : [`${path} names cause ${meta.cause}: add it to the cause list, or use a code that is there.`],
  );
}

/** Whoever is asked why a case stands must be able to answer. */
function questionFaults({ machine, leaves }: Workflow): string[] {
  return stateNodes(machine).flatMap((node) => {
    const meta = leaves.get(pathOf(node))?.meta;
    const asked = meta !== undefined && meta.stage !== 'none' && meta.activity !== 'assigned';
    if (!asked || meta.cause !== undefined || takes(node, 'SET_CAUSE')) return [];
    return [
      `${pathOf(node)} stands without a cause and takes no SET_CAUSE: handle it, or give meta a cause.`,
    ];
  });
}

/** Whoever turns out to have an interest in a case must not be left holding a stage of it. */
function heldFaults({ machine, leaves }: Workflow): string[] {
  return stateNodes(machine).flatMap((node) => {
    const meta = leaves.get(pathOf(node))?.meta;
    const held = meta?.activity === 'assigned' && meta.stage !== 'none' && !meta.executed;
    if (!held || takes(node, 'RETURN_TO_QUEUE')) return [];
    return [`${pathOf(node)} can be held, but takes no RETURN_TO_QUEUE: handle it (heldIn).`];
  });
}

function takes(node: AnyStateNode | undefined, type: string): boolean {
  return node !== undefined && ((node.ownEvents as string[]).includes(type) || takes(node.parent, type));
}

function eventFaults(workflow: Workflow): string[] {
  const handled = new Set(stateNodes(workflow.machine).flatMap((node) => node.ownEvents as string[]));
  const declared = Object.entries(workflow.events);
  return [
    ...[...handled]
      .filter((type) => !(type in workflow.events) && !type.startsWith('xstate.'))
      .map((type) => `the machine handles ${type}: declare it in events.`),
    ...declared
      .filter(([type]) => !handled.has(type) && !(type in COMMON_TEXTS.events))
      .map(([type]) => `event ${type} is handled by no state: handle it, or remove it from events.`),
    ...declared
      .filter(([, spec]) => !spec.internal && spec.roles.length === 0)
      .map(([type]) => `event ${type} has no roles: name who may send it, or mark it internal.`),
  ];
}

function finalFaults(workflow: Workflow): string[] {
  return [...workflow.finals]
    .filter(([, meta]) => !(meta as typeof meta | undefined)?.outcome)
    .map(([path]) => `final state ${path} has no outcome: give it meta { outcome }.`);
}

function textFaults(workflow: Workflow): string[] {
  const { texts } = workflow;
  const outcomes = [...workflow.finals.values()].map((meta) => (meta as typeof meta | undefined)?.outcome);
  return [
    ...missing('stage', Object.keys(workflow.stages), (key) => texts.stages[key]),
    ...missing('state', [...workflow.leaves.keys()], (key) => stateText(workflow, key)),
    ...missing('event', Object.keys(workflow.events), (key) => texts.events[key]),
    ...missing('field', fieldsOf(workflow), (key) => texts.fields[key]),
    ...missing('refusal', workflow.guards, (key) => texts.refusals[key]),
    ...missing(
      'outcome',
      outcomes.filter((outcome) => outcome !== undefined),
      (key) => texts.outcomes[key],
    ),
  ];
}

function missing(kind: string, keys: readonly string[], textOf: (key: string) => Text | undefined): string[] {
  return keys
    .filter((key) => !textOf(key)?.sv || !textOf(key)?.en)
    .map((key) => `${kind} ${key} lacks its text: add Swedish and English under texts.${kind}s.`);
}

/** Names of all form fields and recorded payload fields, which a person meets as labels. */
function fieldsOf(workflow: Workflow): string[] {
  const form = workflow.form ? propertyNames(workflow.form.schema) : [];
  const payloads = Object.values(workflow.events).flatMap((spec) => recordedFields(spec.payload));
  return [...new Set([...form, ...payloads])];
}

function propertyNames(schema: Recorded): string[] {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Recorded>);
  const items = schema.items ? propertyNames(schema.items as Recorded) : [];
  return [...items, ...properties.flatMap(([name, inner]) => [name, ...propertyNames(inner)])];
}
