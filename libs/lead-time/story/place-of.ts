import type { CaseHistory } from '../cases/case-history';
import type { StoryPlace } from './case-story';

export function placeOf({ instances }: CaseHistory, instanceId: string): StoryPlace {
  const found = instances.find(({ id }) => id === instanceId);
  if (found === undefined) throw new Error(`The facts of instance ${instanceId} are missing from its case.`);
  const { workflow, holder, part, occasion } = found;
  return { instanceId, workflow, holder, part, occasion };
}
