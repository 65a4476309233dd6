import type { Facts } from '../facts/facts';
import type { InstanceRow } from '../rows';

/** An instance and all above it, the case at the top last; what lies between may not be loaded. */
export function lineOf(family: ReadonlyMap<string, Facts>, id: string): InstanceRow[] {
  const instance = family.get(id)?.instance;
  if (!instance) return [];
  const { parentId, rootId } = instance;
  if (parentId === null) return [instance];
  return [instance, ...lineOf(family, family.has(parentId) ? parentId : rootId)];
}
