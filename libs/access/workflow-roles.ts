import type { Role, Workflow } from '@ledtid/workflow';

/** The roles to which a workflow's own declaration gives something to do: they work a stage or send an event. */
export function rolesOfWorkflow({ stages, events }: Pick<Workflow, 'stages' | 'events'>): ReadonlySet<Role> {
  const ofStages = Object.values(stages).flatMap(({ roles }) => roles);
  // Events for `stage` belong to the roles of the stages above.
  const ofEvents = Object.values(events).flatMap(({ roles }) => (roles === 'stage' ? [] : roles));
  return new Set([...ofStages, ...ofEvents]);
}
