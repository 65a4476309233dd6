import { type EventSpec, type Workflow, rolesInStage } from '@ledtid/workflow';
import { activeLeaves } from '../facts/active-leaves';
import type { Actor, Command, Refusal } from './command';
import type { FamilyEvolution } from './family-evolution';
import { lineOf } from './line-of';
import { refuse } from './refusals';
import { isSentBy, meeting, placeOf } from './separation';

/** The actor as the sender of this command, in their own place or another's; or why they may not send it. */
export function permitted(
  workflow: Workflow,
  spec: EventSpec,
  family: FamilyEvolution,
  command: Command,
  actor: Actor,
): Actor | Refusal {
  if (actor.system) return actor;
  const instance = family.instance(command.instanceId);
  const stage = command.payload.stage as string | undefined;
  if (spec.roles === 'stage' && !(stage !== undefined && Object.hasOwn(workflow.stages, stage)))
    return refuseWithoutStage(workflow, actor);
  const allowed = rolesInStage(workflow, spec, stage ?? null, activeLeaves(workflow, instance));
  if (spec.internal || !isSentBy(allowed, actor)) return refuse('role-missing');
  const others = [command.onBehalfOf, command.payload.assignee].filter(
    (subject) => typeof subject === 'string',
  );
  const met = meeting({ spec, line: lineOf(family.facts, instance.id), allowed, actor }, others);
  if (met !== null) return refuse(met);
  const inPlaceOf = placeOf(allowed, actor);
  if (inPlaceOf === null) return actor;
  const isForThird = command.onBehalfOf !== undefined && command.onBehalfOf !== inPlaceOf;
  return isForThird ? refuse('delegated-for-another') : { ...actor, inPlaceOf };
}

function refuseWithoutStage({ stages }: Workflow, actor: Actor): Refusal {
  const works = Object.values(stages).some(({ roles }) => isSentBy(roles, actor));
  return works
    ? refuse('bad-payload', ['stage: name one of ' + Object.keys(stages).join(', ')])
    : refuse('role-missing');
}
