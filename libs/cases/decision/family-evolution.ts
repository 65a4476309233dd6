import { type IdGenerator, type Instant, latest } from '@ledtid/time';
import { type ChildRequest, type CommonEvent, type Effect, type Recorded, childName } from '@ledtid/workflow';
import { evolve, originate } from '../facts/evolve';
import type { Configuration, Evolution, EvolutionRefusal, Facts, Happening } from '../facts/facts';
import { CREATED, type CreatedRecord, newborn } from '../facts/newborn';
import { hashOf } from '../ledger/chain';
import type { InstanceRow, LedgerRow } from '../rows';
import { lineOf } from './line-of';

/** Who did it, and how the body came to know: the part of a ledger row that does not depend on the state. */
export interface Origin {
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly basis: string | null;
  readonly occurredAt: Instant;
  readonly payloadDigest: string | null;
}

/** What an event would do, and as happening when. */
export interface Attempt {
  readonly evolution: Evolution;
  readonly origin: Origin;
}

interface Message {
  readonly to: string;
  readonly type: string;
  readonly record: Recorded;
  readonly occurredAt: Instant;
}

/** Relatives act through this name; their rows say which event of which instance set them off. */
export const FAMILY_ACTOR = 'system:family';

const RETURN_TO_QUEUE: CommonEvent = 'RETURN_TO_QUEUE';

/**
 * One command's effect on a whole family, in memory.
 *
 * | field    | holds                                  | grows when                         |
 * |----------|----------------------------------------|------------------------------------|
 * | facts    | every instance of the family as it is  | an event evolves or opens one      |
 * | ledger   | rows written by this command, in order | each accepted event                |
 * | messages | events for relatives not yet delivered | an effect tells parent or children |
 *
 * Messages are delivered in the order in which they were told, until none is left; all of it commits with the
 * command, at one instant.
 */
export class FamilyEvolution {
  readonly ledger: LedgerRow[] = [];
  private readonly messages: Message[] = [];

  constructor(
    readonly facts: Map<string, Facts>,
    private readonly configuration: Configuration,
    private readonly recordedAt: Instant,
    private readonly ids: IdGenerator,
  ) {}

  instance(id: string): InstanceRow {
    const facts = this.facts.get(id);
    if (!facts) throw new Error(`Instance ${id} is not of the loaded family.`);
    return facts.instance;
  }

  /** What an event would do, with nothing done yet. */
  attempt(id: string, type: string, record: Recorded, origin: Origin): Attempt | EvolutionRefusal {
    const facts = this.facts.get(id);
    if (!facts) throw new Error(`Instance ${id} is not of the loaded family.`);
    const happening = this.happening(facts.instance, type, record, origin);
    const evolution = evolve(facts, happening, this.configuration);
    return 'refused' in evolution ? evolution : { evolution, origin };
  }

  /**
   * The same for what nobody dated: a relative's message, a late wake-up. It happens no earlier than the last
   * move of what it leaves, which may be registered as later: time does not run back.
   */
  attemptNotBefore(id: string, type: string, record: Recorded, origin: Origin): Attempt | EvolutionRefusal {
    const first = this.attempt(id, type, record, origin);
    if ('refused' in first) return first;
    const { regions } = this.instance(id);
    const moves = first.evolution.left.map((region) => regions[region]?.at ?? origin.occurredAt);
    const occurredAt = latest(origin.occurredAt, ...moves);
    if (occurredAt === origin.occurredAt) return first;
    return this.attempt(id, type, record, { ...origin, occurredAt });
  }

  /** Accepts an attempted event: writes its row and delivers what it tells relatives. */
  accept(id: string, type: string, record: Recorded, attempt: Attempt): void {
    this.take(id, type, record, attempt);
    this.deliver();
  }

  private take(id: string, type: string, record: Recorded, { evolution, origin }: Attempt): void {
    this.enter(id, this.happening(this.instance(id), type, record, origin), origin, evolution);
  }

  /** Opens an instance with its CREATED event. */
  open(id: string, record: CreatedRecord, origin: Origin): void {
    const { version } = this.configuration.registry.get(record.workflow);
    const seed = newborn(id, record, version, origin.occurredAt);
    const happening = this.happening(seed, CREATED, record as unknown as Recorded, origin);
    const evolution = originate(seed, happening, this.configuration);
    this.enter(id, happening, origin, evolution);
  }

  private happening(instance: InstanceRow, type: string, record: Recorded, origin: Origin): Happening {
    const { actor, onBehalfOf, occurredAt } = origin;
    const { recordedAt } = this;
    return { number: instance.version + 1, type, actor, onBehalfOf, occurredAt, recordedAt, record };
  }

  private enter(id: string, happening: Happening, origin: Origin, evolution: Evolution): void {
    const previous = this.facts.get(id)?.instance;
    const { instance } = evolution.facts;
    const formChanged = instance.formDigest !== (previous?.formDigest ?? null);
    const { number, type, record, recordedAt } = happening;
    const unsigned = {
      ...{ instanceId: id, number, type, recordedAt, record, ...origin },
      ...{ workflowVersion: instance.workflowVersion, regions: evolution.moved, formChanged },
      previousHash: instance.hash,
    };
    const row = { ...unsigned, hash: hashOf(unsigned) };
    this.ledger.push(row);
    const kept = formChanged ? number : (previous?.formChanged ?? 0);
    this.facts.set(id, { ...evolution.facts, instance: { ...instance, hash: row.hash, formChanged: kept } });
    for (const wanted of evolution.effects) this.perform(id, wanted, row);
    this.returnHeld(row);
  }

  /** Whatever somebody holds here or below who has a conflict of interest goes back to its queue. */
  private returnHeld(cause: LedgerRow): void {
    const by = { instance: cause.instanceId, number: cause.number };
    for (const { instance, spans } of this.facts.values()) {
      const line = lineOf(this.facts, instance.id);
      if (!line.some(({ id }) => id === cause.instanceId)) continue;
      const barred = line.flatMap(({ conflicts }) => conflicts);
      for (const { stage, assignee, activity, endedAt } of spans) {
        const isHeld = endedAt === null && activity === 'assigned' && assignee !== null;
        if (isHeld && barred.includes(assignee))
          this.tell(instance.id, RETURN_TO_QUEUE, { stage, by }, cause);
      }
    }
  }

  private perform(id: string, wanted: Effect, cause: LedgerRow): void {
    const by = { instance: id, number: cause.number };
    const instance = this.instance(id);
    if (wanted.kind === 'open-children') this.openChildren(instance, wanted.children, cause, by);
    if (wanted.kind === 'tell-parent' && instance.parentId !== null) {
      const { holder, part, occasion } = instance;
      const record = { ...wanted.record, child: id, holder, part, occasion, by };
      this.tell(instance.parentId, wanted.type, record, cause);
    }
    if (wanted.kind === 'tell-children') {
      for (const child of this.childrenOf(id, wanted.workflow)) {
        const concerned = wanted.dependingOn === undefined || child.dependsOn.includes(wanted.dependingOn);
        if (concerned) this.tell(child.id, wanted.type, { ...wanted.record, by }, cause);
      }
    }
  }

  private tell(to: string, type: string, record: Recorded, cause: LedgerRow): void {
    this.messages.push({ to, type, record, occurredAt: cause.occurredAt });
  }

  /** A relative that has ended, or has no use for the event now, is left as it is. */
  private deliver(): void {
    for (let message = this.messages.shift(); message; message = this.messages.shift()) {
      const { to, type, record } = message;
      const attempt = this.attemptNotBefore(to, type, record, familyOrigin(message.occurredAt));
      if (!('refused' in attempt)) this.take(to, type, record, attempt);
    }
  }

  private childrenOf(id: string, workflow: string): InstanceRow[] {
    const all = [...this.facts.values()].map((facts) => facts.instance);
    return all
      .filter((instance) => instance.parentId === id && instance.workflow === workflow)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  private openChildren(
    parent: InstanceRow,
    requests: readonly ChildRequest[],
    cause: LedgerRow,
    by: Recorded,
  ): void {
    const origin = familyOrigin(cause.occurredAt);
    const named = requests.map((request) => ({ request, id: this.ids.next() }));
    const idOf = new Map([
      ...requests
        .flatMap((request) => this.childrenOf(parent.id, request.workflow))
        .map((child) => [`${child.workflow}/${childName(child)}`, child.id] as const),
      ...named.map(({ request, id }) => [`${request.workflow}/${childName(request)}`, id] as const),
    ]);
    for (const { request, id } of named) {
      const { workflow, holder, part, occasion, track, dependsOn, input } = request;
      const record = {
        ...{ workflow, holder, part, occasion, track: track as CreatedRecord['track'], parentId: parent.id },
        ...{ rootId: parent.rootId, owner: parent.owner, ownerOrganisation: parent.ownerOrganisation },
        dependsOn: dependsOn.map((name) => required(idOf.get(`${workflow}/${name}`), name)),
        ...{ input: { ...input, holder, part, occasion, track, waits: dependsOn.length > 0 }, by },
      };
      this.open(id, record, origin);
    }
  }
}

function familyOrigin(occurredAt: Instant): Origin {
  return { actor: FAMILY_ACTOR, onBehalfOf: null, basis: null, occurredAt, payloadDigest: null };
}

function required(id: string | undefined, name: string): string {
  if (id === undefined) throw new Error(`A child depends on ${name}, which its parent never opened.`);
  return id;
}
