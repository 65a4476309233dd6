import { useWorkflows } from '../api/queries';
import { hasRole, useMe } from '../session/me';

/** Keys of the stages that one of the person's roles works, in the order of the workflows. */
export function useMyStages(): readonly string[] {
  const me = useMe();
  const workflows = useWorkflows().data ?? [];
  const mine = workflows.flatMap(({ stages }) => stages).filter(({ roles }) => hasRole(me, roles as never));
  return [...new Set(mine.map(({ key }) => key))];
}
