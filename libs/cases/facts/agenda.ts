import { civilDateOf } from '@ledtid/time';
import type { InstanceRow } from '../rows';
import type { EvolutionRefusal, Happening } from './facts';

type Standing = Pick<InstanceRow, 'parentId' | 'status' | 'firstSubmittedAt'>;

/** A council meets over whole cases that are under way. */
export function isForCouncil({ parentId, status, firstSubmittedAt }: Standing): boolean {
  return parentId === null && status === 'active' && firstSubmittedAt !== null;
}

/** Why a case is on no agenda of this date, or has no outcome of it. Null: nothing stands against it. */
export function agendaRefusal(instance: Standing, happening: Happening): EvolutionRefusal | null {
  if (!isForCouncil(instance)) return { refused: 'not-possible-now' };
  const { meeting, result } = happening.record;
  const isToCome = (meeting as string) > civilDateOf(happening.recordedAt);
  return result !== undefined && isToCome ? { refused: 'occurred-in-future' } : null;
}
