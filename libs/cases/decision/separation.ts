import type { EventSpec } from '@ledtid/workflow';
import type { InstanceRow } from '../rows';

/** Why tasks that have to be apart would meet in one person. */
export type Meeting = 'four-eyes' | 'preparation-apart';

/**
 * Whoever assessed a case neither decides it nor prepares its data: Art 55(3) wants these tasks apart. `subjects`: the
 * sender, and on whose behalf. `root`: the case to which the instance belongs. Null: nothing stands against it.
 */
export function meeting(
  { decision = false, preparation = false }: EventSpec,
  instance: InstanceRow,
  root: InstanceRow,
  subjects: readonly string[],
): Meeting | null {
  const assessed = ({ assessors }: InstanceRow) => subjects.some((subject) => assessors.includes(subject));
  if (decision && assessed(instance)) return 'four-eyes';
  return preparation && assessed(root) ? 'preparation-apart' : null;
}
