import { type Instant, toInstant } from '@ledtid/time';
import type { Recorded } from '@ledtid/workflow';
import type { Facts } from '../facts/facts';
import { hashOf } from '../ledger/chain';
import { digestOf } from '../ledger/digest';
import { replay } from '../ledger/replay';
import type { InstanceRow, LedgerRow } from '../rows';
import { bodyDigestOf } from './body-digest';
import { changeSetOf } from './change-set';
import type { Circumstances, Decision } from './circumstances';
import type { Actor, Command, Refusal } from './command';
import { FAMILY_ACTOR, FamilyEvolution } from './family-evolution';
import type { Loaded } from './loaded';
import { refuse } from './refusals';
import { viewOf } from './view';

type Ledgers = ReadonlyMap<string, readonly LedgerRow[]>;

/** An event of the family whose time is wrong. */
interface Misdated {
  readonly instanceId: string;
  readonly number: number;
}

const CORRECT = 'CORRECT';

/**
 * Supersedes a wrong time. The event stays as it was written; a CORRECT event says when it really happened,
 * here and in every relative whose event it set off, and the facts of those instances are told anew from
 * their ledgers.
 */
export function correct(
  loaded: Loaded,
  command: Command,
  actor: Actor,
  circumstances: Circumstances,
): Decision | Refusal {
  const { instanceId, payload } = command;
  const number = payload.number as number;
  const happenedAt = toInstant(payload.happenedAt as string);
  if (happenedAt > circumstances.at) return refuse('occurred-in-future');
  if (loaded.ledgers === null) throw new Error('A correction needs the whole ledgers of the family.');
  const events = loaded.ledgers.get(instanceId) ?? [];
  const wrong = events.find((row) => row.number === number && row.type !== CORRECT);
  if (!wrong) return refuse('no-such-event', [String(number)]);
  if (wrong.record.by !== undefined) return refuse('set-off-by-another');
  const rows = new Map<string, LedgerRow[]>();
  for (const misdated of misdatedWith({ instanceId, number }, loaded.ledgers)) {
    const head = headOf(rows.get(misdated.instanceId), loaded.family.get(misdated.instanceId)?.instance);
    const row = correctionOf(misdated, head, happenedAt, { command, actor, at: circumstances.at });
    rows.set(misdated.instanceId, [...(rows.get(misdated.instanceId) ?? []), row]);
  }
  const told = [...rows].map(([id, added]) =>
    replay([...(loaded.ledgers?.get(id) ?? []), ...added], circumstances.configuration),
  );
  if (told.some((facts) => 'code' in facts)) return refuse('occurred-before-previous');
  return decisionOf(loaded, command, actor, circumstances, [...rows.values()].flat(), told as Facts[]);
}

/** The event and, through the family, every event that it set off. Corrections of it are not set off by it. */
function misdatedWith(first: Misdated, ledgers: Ledgers): Misdated[] {
  const events = [...ledgers.values()].flat().filter((row) => row.type !== CORRECT);
  const found = [first];
  for (const cause of found) {
    const setOff = events.filter((row) => {
      const by = row.record.by as { instance: string; number: number } | undefined;
      return by?.instance === cause.instanceId && by.number === cause.number;
    });
    found.push(...setOff.map(({ instanceId, number }) => ({ instanceId, number })));
  }
  return found;
}

type Head = Pick<InstanceRow, 'version' | 'hash' | 'workflowVersion'>;

/** What the next row of an instance follows: one command may correct several of its events. */
function headOf(rows: readonly LedgerRow[] | undefined, instance: InstanceRow | undefined): Head {
  if (!instance) throw new Error('A ledger was loaded without its instance.');
  const last = rows?.at(-1);
  return last ? { ...instance, version: last.number, hash: last.hash } : instance;
}

interface Correction {
  readonly command: Command;
  readonly actor: Actor;
  readonly at: Instant;
}

function correctionOf(
  { instanceId, number }: Misdated,
  head: Head,
  happenedAt: Instant,
  { command, actor, at }: Correction,
): LedgerRow {
  const asked = instanceId === command.instanceId && number === command.payload.number;
  const by: Recorded = asked ? {} : { by: { instance: command.instanceId, number: command.payload.number } };
  const unsigned = {
    instanceId,
    number: head.version + 1,
    type: CORRECT,
    actor: asked ? actor.subject : FAMILY_ACTOR,
    onBehalfOf: command.onBehalfOf ?? actor.inPlaceOf ?? null,
    basis: command.basis ?? null,
    occurredAt: at,
    recordedAt: at,
    workflowVersion: head.workflowVersion,
    regions: [],
    formChanged: false,
    record: { number, happenedAt, ...by },
    payloadDigest: asked ? digestOf(command.payload) : null,
    previousHash: head.hash,
  };
  return { ...unsigned, hash: hashOf(unsigned) };
}

function decisionOf(
  loaded: Loaded,
  command: Command,
  actor: Actor,
  circumstances: Circumstances,
  rows: readonly LedgerRow[],
  told: readonly Facts[],
): Decision {
  const { at, ids, configuration } = circumstances;
  const family = new FamilyEvolution(new Map(loaded.family), configuration, at, ids);
  for (const facts of told) {
    const { formVersion } = family.instance(facts.instance.id);
    family.facts.set(facts.instance.id, { ...facts, instance: { ...facts.instance, formVersion } });
  }
  family.ledger.push(...rows);
  const answer = viewOf(family.facts, command.instanceId, actor, circumstances);
  const { instanceId, idempotencyKey: key } = command;
  const changeSet = changeSetOf(family, loaded, circumstances, {
    payload: { digest: digestOf(command.payload), body: command.payload },
    registration: null,
    idempotency: { instanceId, key, subject: actor.subject, bodyDigest: bodyDigestOf(command), answer },
  });
  return { answer, changeSet: { ...changeSet, replacedFacts: told.map((facts) => facts.instance.id) } };
}
