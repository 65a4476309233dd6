import { toInstant } from '@ledtid/time';
import { CorrectPayload, type Recorded, recordOf } from '@ledtid/workflow';
import { hashOf } from '../ledger/chain';
import { digestOf } from '../ledger/digest';
import { replay } from '../ledger/replay';
import type { LedgerRow } from '../rows';
import { changeSetOf } from './change-set';
import type { Actor, Command, Refusal } from './command';
import { bodyDigestOf } from './body-digest';
import type { Circumstances, Decision } from './circumstances';
import type { Facts } from '../facts/facts';
import { FAMILY_ACTOR, FamilyEvolution } from './family-evolution';
import type { Loaded } from './loaded';
import { refuse } from './refusals';
import { viewOf } from './view';

interface Affected {
  readonly instanceId: string;
  readonly number: number;
}

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
  const { number, happenedAt } = command.payload as { number: number; happenedAt: string };
  const moment = toInstant(happenedAt);
  if (moment > circumstances.at) return refuse('occurred-in-future');
  if (loaded.ledgers === null) throw new Error('A correction needs the whole ledgers of the family.');
  const own = loaded.ledgers.get(command.instanceId) ?? [];
  if (!own.some((row) => row.number === number)) return refuse('no-such-event', [String(number)]);
  const payloadDigest = digestOf(command.payload);
  const rows = affectedBy({ instanceId: command.instanceId, number }, loaded.ledgers).map((affected) =>
    correctionRow(affected, moment, command, actor, circumstances, payloadDigest, loaded),
  );
  const told = rows.map((row) =>
    replay([...(loaded.ledgers?.get(row.instanceId) ?? []), row], circumstances.configuration),
  );
  if (told.some((facts) => 'code' in facts)) return refuse('occurred-before-previous');
  return decision(loaded, command, actor, circumstances, rows, told as Facts[], payloadDigest);
}

function decision(
  loaded: Loaded,
  command: Command,
  actor: Actor,
  circumstances: Circumstances,
  rows: readonly LedgerRow[],
  told: readonly Facts[],
  payloadDigest: string,
): Decision {
  const family = new FamilyEvolution(
    new Map(loaded.family),
    circumstances.configuration,
    circumstances.at,
    circumstances.ids,
  );
  for (const facts of told) {
    const { formVersion } = family.instance(facts.instance.id);
    family.facts.set(facts.instance.id, { ...facts, instance: { ...facts.instance, formVersion } });
  }
  family.ledger.push(...rows);
  const answer = viewOf(family.facts, command.instanceId, actor, circumstances);
  const { instanceId, idempotencyKey: key } = command;
  const changeSet = changeSetOf(family, loaded, circumstances, {
    payload: { digest: payloadDigest, body: command.payload },
    registration: null,
    idempotency: { instanceId, key, subject: actor.subject, bodyDigest: bodyDigestOf(command), answer },
  });
  return { answer, changeSet: { ...changeSet, replacedFacts: rows.map((row) => row.instanceId) } };
}

/** The corrected event and, through the family, every event that it set off at the same moment. */
function affectedBy(first: Affected, ledgers: ReadonlyMap<string, readonly LedgerRow[]>): Affected[] {
  const all = [...ledgers.values()].flat();
  const found = [first];
  for (const cause of found) {
    const effects = all.filter((row) => {
      const by = row.record.by as { instance: string; number: number } | undefined;
      return by?.instance === cause.instanceId && by.number === cause.number;
    });
    found.push(...effects.map(({ instanceId, number }) => ({ instanceId, number })));
  }
  return found;
}

function correctionRow(
  { instanceId, number }: Affected,
  happenedAt: string,
  command: Command,
  actor: Actor,
  { at }: Circumstances,
  payloadDigest: string,
  loaded: Loaded,
): LedgerRow {
  const instance = loaded.family.get(instanceId)?.instance;
  if (!instance) throw new Error(`Instance ${instanceId} is not of the loaded family.`);
  const asked = instanceId === command.instanceId;
  const by = { instance: command.instanceId, number: command.payload.number };
  const spec: Recorded = asked ? {} : { by };
  const unsigned = {
    ...{ instanceId, number: instance.version + 1, type: command.type, occurredAt: at, recordedAt: at },
    actor: asked ? actor.subject : FAMILY_ACTOR,
    onBehalfOf: command.onBehalfOf ?? null,
    basis: command.basis ?? null,
    workflowVersion: instance.workflowVersion,
    ...{
      regions: [],
      formChanged: false,
      payloadDigest: asked ? payloadDigest : null,
      previousHash: instance.hash,
    },
    record: { ...recordOf(CorrectPayload, { number, happenedAt }), ...spec },
  };
  return { ...unsigned, hash: hashOf(unsigned) };
}
