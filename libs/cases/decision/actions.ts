import { type Instant, definitionOf } from '@ledtid/time';
import {
  type EventSpec,
  type LeafInfo,
  type MachineEvent,
  type Workflow,
  possibilities,
  rolesInStage,
} from '@ledtid/workflow';
import { isForCouncil } from '../facts/agenda';
import { activeLeaves } from '../facts/active-leaves';
import type { Configuration, Facts } from '../facts/facts';
import type { ClockCycleRow, InstanceRow } from '../rows';
import type { PossibleAction } from './case-view';
import type { Actor } from './command';
import { isSentBy, meeting } from './separation';

export interface Beholding {
  readonly at: Instant;
  readonly configuration: Configuration;
}

/** Every event that the present state takes and that one of the actor's roles may send. `line`: as in `meeting`. */
export function actionsOf(
  facts: Facts,
  line: readonly InstanceRow[],
  actor: Actor,
  { at, configuration }: Beholding,
): PossibleAction[] {
  const workflow = configuration.registry.get(facts.instance.workflow);
  const leaves = activeLeaves(workflow, facts.instance);
  return [
    ...machineActions(workflow, facts.instance, actor, at),
    ...engineActions(workflow, facts, actor, configuration),
  ].map((action) => {
    const spec = workflow.events[action.type];
    const allowed = spec ? rolesInStage(workflow, spec, action.stage, leaves) : [];
    const why = (spec && meeting({ spec, line, allowed, actor }, [])) ?? action.why;
    return { ...action, possible: why === null, why };
  });
}

type Offered = Omit<PossibleAction, 'possible'>;

function machineActions(workflow: Workflow, instance: InstanceRow, actor: Actor, at: Instant): Offered[] {
  const leaves = activeLeaves(workflow, instance);
  const probe = (type: string): MachineEvent[] => {
    const spec = workflow.events[type];
    if (!spec || spec.internal) return [];
    const records = stagesOf(spec, leaves)
      .filter((stage) => isSentBy(rolesInStage(workflow, spec, stage, leaves), actor))
      .map((stage) => (stage === null ? {} : { stage }));
    return records.map((record) => ({ type, record, actor: actor.subject, at, probe: true }));
  };
  // Parallel stages share event types: what only the handler of another stage would take is no event of this one.
  return possibilities(workflow, instance, probe)
    .filter(({ why }) => why !== 'stage-not-active')
    .map(({ event: { type, record }, why }) => ({
      ...{ type, stage: (record.stage as string | undefined) ?? null, why },
    }));
}

/** The stages that an event may name now; null for one that names none. */
function stagesOf({ roles }: EventSpec, leaves: readonly LeafInfo[]): (string | null)[] {
  return roles === 'stage' ? [...new Set(leaves.map(({ meta }) => meta.stage))] : [null];
}

/** Events that the engine takes in every state: the machine need not name them. */
function engineActions(
  workflow: Workflow,
  { instance, clocks, spans }: Facts,
  actor: Actor,
  configuration: Configuration,
): Offered[] {
  const { status, conflicts, delegations } = instance;
  const agenda = isForCouncil(instance) ? ['PLACE_ON_AGENDA', 'RECORD_COUNCIL_OUTCOME'] : [];
  const offered = [
    ...(status === 'active' ? [{ type: 'EXTEND_DEADLINE', why: whyNotExtend(clocks, configuration) }] : []),
    ...['SEND_MESSAGE', ...agenda, 'CORRECT', 'DECLARE_CONFLICT', 'DELEGATE'].map((type) => ({
      type,
      why: null,
    })),
    ...(conflicts.length > 0 ? [{ type: 'LIFT_CONFLICT', why: null }] : []),
    ...(delegations.length > 0 ? [{ type: 'WITHDRAW_DELEGATION', why: null }] : []),
  ];
  const active = new Set(spans.filter(({ endedAt }) => endedAt === null).map(({ stage }) => stage));
  const listed = [...new Set(workflow.checklists.map(({ stage }) => stage))].filter((stage) =>
    active.has(stage),
  );
  return [
    ...offered.map((action) => ({ ...action, stage: null })),
    ...listed.map((stage) => ({ type: 'ASSESS_ITEM', stage, why: null })),
  ].filter(({ type, stage }) => {
    const spec = workflow.events[type];
    return spec !== undefined && isSentBy(rolesInStage(workflow, spec, stage, []), actor);
  });
}

function whyNotExtend(clocks: readonly ClockCycleRow[], { clocks: dated }: Configuration): string | null {
  const running = clocks.filter((clock) => clock.endedAt === null);
  if (running.length === 0) return 'clock-not-running';
  const extendable = running.filter((clock) => definitionOf(dated, clock).extension !== null);
  if (extendable.length === 0) return 'clock-not-extendable';
  return extendable.some((clock) => clock.extended === null) ? null : 'clock-already-extended';
}
