import { type Instant, civilDateOf, isCause } from '@ledtid/time';
import { type EventSpec, type Recorded, type Workflow, recordOf } from '@ledtid/workflow';
import { digestOf } from '../ledger/digest';
import type { InstanceRow } from '../rows';
import { bodyDigestOf } from './body-digest';
import type { CaseView } from './case-view';
import { changeSetOf } from './change-set';
import type { Circumstances, Decision } from './circumstances';
import { type Actor, type Command, type Refusal, isRefusal } from './command';
import { correct } from './correct';
import { delegationRefusal } from './delegation-refusal';
import { type Attempt, FamilyEvolution, type Origin } from './family-evolution';
import { identifiersIn } from './identifiers';
import type { Loaded } from './loaded';
import { permitted } from './permission';
import { payloadFaults } from './payload';
import { refuse, refuseByGuard } from './refusals';
import { viewOf } from './view';

/**
 * What one command changes, or why it is refused. Pure: everything it looks at is given, and nothing is
 * written. Permission comes first, then the payload, then the state, so that somebody who may not do a thing
 * learns nothing of the state.
 */
export function decide(
  loaded: Loaded,
  command: Command,
  actor: Actor,
  circumstances: Circumstances,
): Decision | Refusal {
  const family = new FamilyEvolution(
    new Map(loaded.family),
    circumstances.configuration,
    circumstances.at,
    circumstances.ids,
  );
  const instance = family.instance(command.instanceId);
  const workflow = circumstances.configuration.registry.get(instance.workflow);
  const repeated = repetition(loaded, command, actor);
  if (repeated) return repeated;
  // Own properties only: `constructor` is a name that every object knows, and no event.
  const spec = Object.hasOwn(workflow.events, command.type) ? workflow.events[command.type] : undefined;
  if (!spec) return refuse('unknown-event', [command.type]);
  const sender = permitted(workflow, spec, family, command, actor);
  if (isRefusal(sender)) return sender;
  const refusal =
    soundness(spec, instance, command, circumstances.at) ??
    delegationRefusal(spec, instance, command, sender, circumstances.at);
  if (refusal) return refusal;
  if (spec.changes === 'time') return correct(loaded, command, sender, circumstances);
  return act(family, workflow, spec, loaded, command, sender, circumstances);
}

/** A key used again: the first answer to the same person's same body, else a refusal. */
function repetition({ idempotency }: Loaded, command: Command, actor: Actor): Decision | Refusal | null {
  if (idempotency === null) return null;
  const same = idempotency.subject === actor.subject && idempotency.bodyDigest === bodyDigestOf(command);
  return same ? { changeSet: null, answer: idempotency.answer as CaseView } : refuse('key-reused');
}

function soundness(spec: EventSpec, instance: InstanceRow, command: Command, at: Instant): Refusal | null {
  const faults = payloadFaults(spec, command.payload);
  if (faults.length > 0) return refuse('bad-payload', faults);
  const cause = command.payload.cause;
  if (typeof cause === 'string' && !isCause(cause, civilDateOf(at))) return refuse('unknown-cause', [cause]);
  if (command.occurredAt !== undefined && command.occurredAt > at) return refuse('occurred-in-future');
  // What moves no region is held to the one moment before which nothing of the case can have happened.
  if ((command.occurredAt ?? at) < instance.createdAt) return refuse('occurred-before-previous');
  if (command.version > instance.version || command.version < 1) return refuse('version-unknown');
  return null;
}

function act(
  family: FamilyEvolution,
  workflow: Workflow,
  spec: EventSpec,
  loaded: Loaded,
  command: Command,
  actor: Actor,
  circumstances: Circumstances,
): Decision | Refusal {
  const { instanceId: id, type } = command;
  const before = family.instance(id);
  const payloadDigest = Object.keys(command.payload).length > 0 ? digestOf(command.payload) : null;
  const said = originOf(command, actor, circumstances.at, payloadDigest);
  const registration = registrationFor(spec, before, loaded, circumstances.at);
  const record = recordFor(spec, loaded, command, registration?.number);
  const { onBehalfOf, idempotencyKey } = command;
  const identifiers = identifiersIn({ ...record, onBehalfOf, idempotencyKey });
  if (identifiers.length > 0) return refuse('identifier-in-ledger', identifiers);
  // A wake-up that comes late finds what people did meanwhile: it counts from there, and is never stale.
  const attempt = actor.system
    ? family.attemptNotBefore(id, type, record, said)
    : family.attempt(id, type, record, said);
  if ('refused' in attempt) return refuseByGuard(workflow, attempt.refused);
  if (marksTheFuture(attempt, circumstances.at)) return refuse('occurred-in-future');
  const untimely = actor.system ? null : timeliness(before, attempt, command);
  if (untimely) return untimely;
  family.accept(id, type, record, attempt);
  const answer = viewOf(family.facts, id, actor, circumstances);
  return {
    answer,
    changeSet: changeSetOf(family, loaded, circumstances, {
      payload: payloadDigest === null ? null : { digest: payloadDigest, body: command.payload },
      registration: registration?.row ?? null,
      idempotency: {
        ...{ instanceId: id, key: command.idempotencyKey, subject: actor.subject, answer },
        bodyDigest: bodyDigestOf(command),
      },
    }),
  };
}

/** Stale only where it matters: an event after the sender's version moved a region that this one would leave. */
function timeliness(before: InstanceRow, { evolution, origin }: Attempt, command: Command): Refusal | null {
  const moves = evolution.left.map((region) => before.regions[region]).filter((move) => move !== undefined);
  const formMatters = evolution.moved.length > 0 && before.formChanged > command.version;
  if (formMatters || moves.some((move) => move.number > command.version)) return refuse('stale');
  if (moves.some((move) => move.at > origin.occurredAt)) return refuse('occurred-before-previous');
  return null;
}

/** A decision of ethics, a permit: what has not happened yet is no milestone. */
function marksTheFuture({ evolution }: Attempt, at: Instant): boolean {
  const today = civilDateOf(at);
  return evolution.effects.some(
    (effect) => effect.kind === 'milestone' && effect.on !== undefined && effect.on > today,
  );
}

function originOf(command: Command, actor: Actor, at: Instant, payloadDigest: string | null): Origin {
  const { onBehalfOf = actor.inPlaceOf ?? null, basis = null, occurredAt = at } = command;
  return { actor: actor.subject, onBehalfOf, basis, occurredAt, payloadDigest };
}

function recordFor(spec: EventSpec, loaded: Loaded, command: Command, registrationNumber?: string): Recorded {
  const record = recordOf(spec.payload, command.payload);
  return {
    ...record,
    ...(spec.submits ? { form: loaded.form } : {}),
    ...(registrationNumber === undefined ? {} : { registrationNumber }),
  };
}

/** `YYYY-` and at least five digits, given at the first submission, by the Stockholm calendar year. */
function registrationFor(spec: EventSpec, instance: InstanceRow, loaded: Loaded, at: Instant) {
  if (!spec.submits || instance.registrationNumber !== null || loaded.lastRegistration === null) return null;
  const year = Number(civilDateOf(at).slice(0, 4));
  const last = loaded.lastRegistration + 1;
  return { row: { year, last }, number: `${year}-${String(last).padStart(5, '0')}` };
}
