import { type Configuration, type Facts, firstFault, replay } from '@ledtid/cases';
import { timeConservationViolations } from '@ledtid/time';
import { canonicalize } from 'json-canonicalize';
import type { MemoryFamily } from '../../test/support/memory-family';

/** What is wrong with a family after all that happened to it, a line each; empty when everything holds. */
export function familyFaults(family: MemoryFamily, configuration: Configuration): string[] {
  return [...family.facts.values()].flatMap((facts) => [
    ...timeFaults(facts),
    ...ledgerFaults(facts, family, configuration),
  ]);
}

/** At every instant of its life a span is open, and exactly one in each active region. */
function timeFaults({ instance, spans }: Facts): string[] {
  const life = { start: instance.createdAt, end: instance.endedAt };
  const lived = spans.map(({ startedAt, endedAt, ...span }) => ({ ...span, start: startedAt, end: endedAt }));
  return timeConservationViolations(lived, life).map(
    (violation) => `${instance.workflow} ${instance.id}: ${JSON.stringify(violation)}`,
  );
}

/** The ledger's chain holds, and tells the very facts that were kept step by step. */
function ledgerFaults(facts: Facts, family: MemoryFamily, configuration: Configuration): string[] {
  const { instance } = facts;
  const named = (what: string) => `${instance.workflow} ${instance.id}: ${what}`;
  const rows = family.ledgers.get(instance.id) ?? [];
  const broken = firstFault(rows);
  if (broken) return [named(`${broken.code} at ${broken.number}`)];
  const told = replay(rows, configuration);
  if ('code' in told) return [named(`its ledger cannot be replayed: ${told.code} at ${told.number}`)];
  // Saving a draft is no event: which revision is the present one is not in the ledger.
  const compared = { ...told, instance: { ...told.instance, formVersion: instance.formVersion } };
  return (['instance', 'spans', 'clocks', 'milestones'] as const)
    .filter((part) => fingerprint(compared[part]) !== fingerprint(facts[part]))
    .map((part) => named(`${part} differ from what the ledger tells`));
}

/** Order of rows is no fact. */
function fingerprint(content: unknown): string {
  return Array.isArray(content)
    ? content
        .map((row) => canonicalize(row))
        .sort()
        .join()
    : canonicalize(content);
}
