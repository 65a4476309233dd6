import {
  type Delegation,
  type Ground,
  type SeenInstance,
  type Sight,
  WHOLE_SIGHT,
  delegationsTo,
  groundsOf,
  rolesOfWorkflow,
  sightOf,
} from '@ledtid/access';
import type { Instant, TimeSource } from '@ledtid/time';
import type { Role, WorkflowRegistry } from '@ledtid/workflow';
import type { Actor } from '../decision/command';
import type { InstanceRow } from '../rows';

const EVERYTHING: readonly Ground[] = [{ covers: 'all', ...WHOLE_SIGHT }];

/** Binds the policy of libs/access to instances: one rule for commands, for reading one case, and for lists. */
export class CaseSight {
  private readonly roles = new Map<string, ReadonlySet<Role>>();

  constructor(
    private readonly registry: WorkflowRegistry,
    private readonly time: TimeSource,
  ) {}

  /** What the actor may read of an instance; null: it may not even know that it exists. */
  of(actor: Actor, instance: InstanceRow, root: InstanceRow): Sight | null {
    if (actor.system) return WHOLE_SIGHT;
    return sightOf(actor, this.seen(instance, root));
  }

  /**
   * The actor with the roles that hold for this instance. An applicant is one in its own cases only, and a data
   * holder in what concerns its organisation only: somebody who sees a case by another role must not act in it
   * as its applicant or holder. Beside them stand the roles that were lent to it here.
   */
  actorFor(actor: Actor, instance: InstanceRow, root: InstanceRow): Actor {
    if (actor.system) return actor;
    const own = actor.roles.filter((role) => holdsFor(role, actor, instance, root));
    const lent = delegationsTo(actor, this.seen(instance, root)).filter(
      ({ role, right }) => right === 'act' && !own.includes(role),
    );
    if (lent.length === 0) return own.length === actor.roles.length ? actor : { ...actor, roles: own };
    return { ...actor, roles: [...own, ...lent.map(({ role }) => role)], lent };
  }

  /** On which grounds the actor sees anything at all, for lists. None: nothing. */
  grounds(actor: Actor): readonly Ground[] {
    return actor.system ? EVERYTHING : groundsOf(actor);
  }

  /** For what holds only for a time. */
  now(): Instant {
    return this.time.now();
  }

  /** Keys of the workflows that give a role something to do. */
  workflowsOf(role: Role): string[] {
    return this.registry
      .all()
      .filter((workflow) => this.rolesOf(workflow.key).has(role))
      .map((workflow) => workflow.key);
  }

  private seen(instance: InstanceRow, root: InstanceRow): SeenInstance {
    return {
      workflow: instance.workflow,
      isChild: instance.parentId !== null,
      owner: root.owner,
      delegations: this.inForce(instance.id === root.id ? [instance] : [instance, root]),
      holder: instance.holder,
      workflowRoles: this.rolesOf(instance.workflow),
    };
  }

  private inForce(line: readonly InstanceRow[]): readonly Delegation[] {
    const delegations = line.flatMap((one) => one.delegations);
    const now = delegations.length === 0 ? '' : this.time.now();
    return delegations.filter(({ until }) => until > now);
  }

  private rolesOf(key: string): ReadonlySet<Role> {
    const known = this.roles.get(key) ?? rolesOfWorkflow(this.registry.get(key));
    this.roles.set(key, known);
    return known;
  }
}

function holdsFor(role: Role, actor: Actor, instance: InstanceRow, root: InstanceRow): boolean {
  if (role === 'applicant') return root.owner === actor.subject;
  if (role === 'data_holder')
    return instance.holder !== null && actor.organisations.includes(instance.holder);
  return true;
}
