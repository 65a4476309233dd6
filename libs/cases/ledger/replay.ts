import type { Instant } from '@ledtid/time';
import { evolve, originate } from '../facts/evolve';
import type { Configuration, Facts, Happening } from '../facts/facts';
import { CREATED, type CreatedRecord, newborn } from '../facts/newborn';
import type { LedgerRow } from '../rows';

/** Why history cannot be replayed: by whom it was written or what was lost cannot be told from here. */
export interface ReplayFault {
  readonly instanceId: string;
  readonly number: number;
  readonly code: string;
}

/**
 * All facts of one instance from its ledger alone, with corrected times in place of wrong ones. The rows come
 * whole and in order of number.
 */
export function replay(rows: readonly LedgerRow[], configuration: Configuration): Facts | ReplayFault {
  const [first, ...later] = rows;
  if (first?.type !== CREATED)
    return { instanceId: first?.instanceId ?? '', number: 1, code: 'ledger-row-missing' };
  const corrected = correctedTimes(rows);
  const replaying = { ...configuration, replaying: true };
  const birth = happeningOf(first, corrected);
  const seed = newborn(
    first.instanceId,
    first.record as unknown as CreatedRecord,
    first.workflowVersion,
    birth.occurredAt,
  );
  let facts = sealed(originate(seed, birth, replaying).facts, first);
  for (const row of later) {
    const happening = happeningOf(row, corrected);
    const { createdAt, regions } = facts.instance;
    const { instanceId, number } = row;
    if (happening.occurredAt < createdAt) return { instanceId, number, code: 'occurred-before-previous' };
    const next = evolve(facts, happening, replaying);
    if ('refused' in next) return { instanceId, number, code: next.refused };
    const early = next.left.some((region) => (regions[region]?.at ?? createdAt) > happening.occurredAt);
    if (early) return { instanceId, number, code: 'occurred-before-previous' };
    facts = sealed(next.facts, row);
  }
  return facts;
}

function sealed(facts: Facts, row: LedgerRow): Facts {
  const formChanged = row.formChanged ? row.number : facts.instance.formChanged;
  return { ...facts, instance: { ...facts.instance, version: row.number, hash: row.hash, formChanged } };
}

function happeningOf(row: LedgerRow, corrected: ReadonlyMap<number, Instant>): Happening {
  const { number, type, actor, onBehalfOf, recordedAt, record } = row;
  return {
    number,
    type,
    actor,
    onBehalfOf,
    recordedAt,
    record,
    occurredAt: corrected.get(number) ?? row.occurredAt,
  };
}

/** The last correction of an event stands. */
function correctedTimes(rows: readonly LedgerRow[]): Map<number, Instant> {
  const corrections = rows.filter((row) => row.type === 'CORRECT');
  return new Map(corrections.map((row) => [row.record.number as number, row.record.happenedAt as Instant]));
}
