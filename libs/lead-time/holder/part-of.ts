import type { WorkflowRegistry } from '@ledtid/workflow';
import { DEPENDENCY_CAUSES } from '../path/dependency-causes';
import { NOBODY } from '../reports/report';
import type { TurnKind } from '../turns/written-turns';
import { OTHER_HOLDER, OWN } from './holder';

/** The leaves that are for waiting for another release, whatever cause was named there since. */
export function waitingLeaves(registry: WorkflowRegistry): ReadonlySet<string> {
  const leaves = registry.all().flatMap((workflow) => [...workflow.leaves.values()]);
  return new Set(leaves.filter(({ meta }) => isDependency(meta.cause ?? null)).map(({ path }) => path));
}

/**
 * Whose turn it was, from the point of view of the holder whose instance it is. A wait for another release is the
 * holder's own where its instance depends on no other holder's (`awaitsAnother`).
 */
export function partOf(
  { stage, activity, party, cause, leaf }: TurnKind,
  awaitsAnother: boolean,
  leaves: ReadonlySet<string>,
): string {
  if (stage === NOBODY) return NOBODY;
  const isForRelease =
    activity !== 'assigned' && (isDependency(cause) || (leaf !== null && leaves.has(leaf)));
  if (isForRelease && (activity === 'paused' || awaitsAnother)) return OTHER_HOLDER;
  return party === 'holder' ? OWN : party;
}

function isDependency(cause: string | null): boolean {
  return cause !== null && DEPENDENCY_CAUSES.has(cause);
}
