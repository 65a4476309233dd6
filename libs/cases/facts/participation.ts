import type { Delegation } from '@ledtid/access';
import { toInstant } from '@ledtid/time';
import type { InstanceRow } from '../rows';
import type { EvolutionRefusal, Happening } from './facts';

/** A lifting names whose conflict of interest it lifts; a declaration is about whoever makes it, or has it made. */
export function withConflict(
  instance: InstanceRow,
  { actor, onBehalfOf, record }: Happening,
): InstanceRow | EvolutionRefusal {
  const lifted = record.subject as string | undefined;
  const person = lifted ?? onBehalfOf ?? actor;
  if (lifted !== undefined && !instance.conflicts.includes(lifted))
    return { refused: 'conflict-not-declared' };
  const others = instance.conflicts.filter((subject) => subject !== person);
  return { ...instance, conflicts: lifted === undefined ? [...others, person] : others };
}

/** A withdrawal names by its number what it withdraws. What has ended by itself is forgotten when more is lent. */
export function withDelegation(instance: InstanceRow, happening: Happening): InstanceRow | EvolutionRefusal {
  const { delegations } = instance;
  const withdrawn = happening.record.number as number | undefined;
  if (withdrawn === undefined) {
    const inForce = delegations.filter(({ until }) => until > happening.recordedAt);
    return { ...instance, delegations: [...inForce, lent(happening)] };
  }
  const left = delegations.filter(({ number }) => number !== withdrawn);
  return left.length < delegations.length
    ? { ...instance, delegations: left }
    : { refused: 'delegation-unknown' };
}

function lent({ number, actor: grantor, record }: Happening): Delegation {
  const { role, right, issuer, subject, until } = record as unknown as Delegation;
  return { number, grantor, role, right, issuer, subject, until: toInstant(until) };
}

/** Whoever assessed, and whoever had it registered by somebody else: neither may decide. */
export function withAssessors(
  assessors: readonly string[],
  { actor, onBehalfOf }: Happening,
): readonly string[] {
  return [...new Set([...assessors, actor, ...(onBehalfOf === null ? [] : [onBehalfOf])])];
}
