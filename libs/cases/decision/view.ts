import { type CivilDate, definitionOf } from '@ledtid/time';
import type { ClockCycleRow, InstanceRow, SpanRow } from '../rows';
import { type Beholding, actionsOf } from './actions';
import type { Actor } from './command';
import type { Configuration, Facts } from '../facts/facts';
import type { CaseView, ChildView, StageView } from './case-view';
import { lineOf } from './line-of';

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
    actions: actionsOf(facts, lineOf(family, id), actor, beholding),
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
