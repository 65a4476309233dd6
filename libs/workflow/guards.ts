import { and } from 'xstate';
import type { AllOf, GuardUse } from './contract';

/** All of these must hold; the refusal is the name of the first that does not. */
export function allOf(...guards: readonly GuardUse[]): AllOf {
  return and(guards as never) as unknown as AllOf;
}

/** The guards of a transition as it was declared, also inside `allOf`. */
export function guardUses(guard: unknown): readonly GuardUse[] {
  if (guard === undefined) return [];
  const all = (guard as Partial<AllOf>).guards;
  return all ?? [guard as GuardUse];
}
