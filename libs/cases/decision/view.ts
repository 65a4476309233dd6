import { type CivilDate, type Instant, definitionOf } from '@ledtid/time';
import {
  type EventSpec,
  type MachineEvent,
  type Role,
  type Workflow,
  possibilities,
  rolesInStage,
} from '@ledtid/workflow';
import type { ClockCycleRow, InstanceRow, SpanRow } from '../rows';
import type { Actor } from './command';
import { activeLeaves } from '../facts/active-leaves';
import type { Configuration, Facts } from '../facts/facts';
import { meeting } from './separation';
import type { CaseView, ChildView, PossibleAction, StageView } from './case-view';

interface Beholding {
  readonly at: Instant;
  readonly configuration: Configuration;
}

/** One instance as an actor sees it, from facts alone. Clocks are those still open. */
export function viewOf(
  family: ReadonlyMap<string, Facts>,
  id: string,
  actor: Actor,
  beholding: Beholding,
): CaseView {
  const facts = family.get(id);
  if (!facts) throw new Error(`Instance ${id} is not of the loaded family.`);
  const { instance, clocks } = facts;
  const { registrationNumber, workflow, workflowVersion, holder, part, occasion, dependsOn, version } =
    instance;
  return {
    ...{
      id,
      registrationNumber,
      workflow,
      workflowVersion,
      parent: instance.parentId,
      holder,
      part,
      occasion,
    },
    ...{
      dependsOn,
      version,
      formVersion: instance.formVersion,
      state: stateOf(instance),
      outcome: instance.outcome,
    },
    stages: stagesOf(facts, beholding.configuration),
    clocks: clocks.filter((clock) => clock.endedAt === null),
    children: [...family.values()]
      .filter((other) => other.instance.parentId === id)
      .map((child) => childView(child, beholding.configuration)),
    actions: actionsOf(facts, family.get(instance.rootId)?.instance ?? instance, actor, beholding),
  };
}

function stateOf(instance: InstanceRow): readonly string[] {
  return instance.status === 'done' ? [String(instance.value)] : instance.leaves;
}

function childView(facts: Facts, configuration: Configuration): ChildView {
  const { id, workflow, holder, part, occasion, dependsOn } = facts.instance;
  const state = stateOf(facts.instance);
  return { id, workflow, holder, part, occasion, dependsOn, state, stages: stagesOf(facts, configuration) };
}

function stagesOf({ spans, clocks }: Facts, configuration: Configuration): StageView[] {
  const open = clocks.filter((clock) => clock.endedAt === null && clock.due !== null);
  return spans
    .filter((span) => span.endedAt === null)
    .map(({ stage, region, activity, party, cause, assignee, startedAt, causeAskedAt }) => ({
      ...{ stage, region, activity, party, cause, assignee, since: startedAt, causeAskedAt },
      due: dueOf(party, open, configuration),
    }));
}

/** The nearest deadline of the party whose turn it is. */
function dueOf(
  party: SpanRow['party'],
  open: readonly ClockCycleRow[],
  { clocks }: Configuration,
): CivilDate | null {
  const governs = (clock: ClockCycleRow) => definitionOf(clocks, clock).party === party;
  const dates = open.filter((clock) => governs(clock)).map((clock) => clock.due);
  return dates.reduce((best, due) => (best === null || (due !== null && due < best) ? due : best), null);
}

/** Every event that the present state takes and that one of the actor's roles may send. */
function actionsOf(
  { instance, clocks }: Facts,
  root: InstanceRow,
  actor: Actor,
  { at, configuration }: Beholding,
): PossibleAction[] {
  const workflow = configuration.registry.get(instance.workflow);
  const offered = engineActions(workflow, clocks, actor, configuration);
  if (instance.status !== 'active') return offered.filter(({ type }) => type === 'CORRECT');
  const leaves = activeLeaves(workflow, instance);
  const active = [...new Set(leaves.map((leaf) => leaf.meta.stage))];
  const probe = (type: string): MachineEvent[] => {
    const spec = workflow.events[type];
    if (!spec || spec.internal) return [];
    const stages = active.filter((stage) => isOneOf(rolesInStage(workflow, spec, stage, leaves), actor));
    const records =
      spec.roles === 'stage' ? stages.map((stage) => ({ stage })) : mayBy(spec, actor) ? [{}] : [];
    return records.map((record) => ({ type, record, actor: actor.subject, at, probe: true }));
  };
  // Parallel stages share event types: what only the handler of another stage would take is no event of this one.
  const own = possibilities(workflow, instance, probe).filter(({ why }) => why !== 'stage-not-active');
  const taken = own.map(({ event, why }): PossibleAction => {
    const spec = workflow.events[event.type];
    const code = (spec && meeting(spec, instance, root, [actor.subject])) ?? why;
    return {
      type: event.type,
      stage: (event.record.stage as string | undefined) ?? null,
      possible: code === null,
      why: code,
    };
  });
  return [...taken, ...offered];
}

/** Events that the engine takes in every state: the machine need not name them. */
function engineActions(
  workflow: Workflow,
  clocks: readonly ClockCycleRow[],
  actor: Actor,
  configuration: Configuration,
): PossibleAction[] {
  const why = whyNotExtend(clocks, configuration);
  const offered = [
    { type: 'EXTEND_DEADLINE', possible: why === null, why },
    { type: 'CORRECT', possible: true, why: null },
  ];
  return offered.flatMap((action) => {
    const spec = workflow.events[action.type];
    return spec && mayBy(spec, actor) ? [{ ...action, stage: null }] : [];
  });
}

function whyNotExtend(clocks: readonly ClockCycleRow[], { clocks: dated }: Configuration): string | null {
  const running = clocks.filter((clock) => clock.endedAt === null);
  if (running.length === 0) return 'clock-not-running';
  const extendable = running.filter((clock) => definitionOf(dated, clock).extension !== null);
  if (extendable.length === 0) return 'clock-not-extendable';
  return extendable.some((clock) => clock.extended === null) ? null : 'clock-already-extended';
}

function mayBy({ roles }: EventSpec, actor: Actor): boolean {
  return roles !== 'stage' && isOneOf(roles, actor);
}

function isOneOf(roles: readonly Role[], actor: Actor): boolean {
  return roles.some((role) => actor.roles.includes(role));
}
