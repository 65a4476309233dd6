import type { LeafInfo, Workflow } from '@ledtid/workflow';
import type { InstanceRow } from '../rows';

/** The leaves that an instance is in, as they are declared. */
export function activeLeaves(workflow: Workflow, { leaves }: Pick<InstanceRow, 'leaves'>): LeafInfo[] {
  return leaves.map((path) => workflow.leaves.get(path)).filter((leaf) => leaf !== undefined);
}
