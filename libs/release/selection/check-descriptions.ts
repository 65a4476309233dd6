import { type Refusal, refusal } from '../outcome';
import type { DatasetDescription } from './dataset-description';

/** Names differing only in case would be one column to the engine; `__` is kept for its own columns. */
export function checkDescriptions(descriptions: DatasetDescription[]): Refusal[] {
  return descriptions
    .filter(isAmbiguous)
    .map(({ dataset }) =>
      refusal(
        'description-ambiguous',
        `Two variables of ${dataset} differ only in case, or a name begins with two underscores.`,
        'Rename them in a view at the holder.',
        { dataset },
      ),
    );
}

function isAmbiguous({ personIdentifier, variables }: DatasetDescription): boolean {
  const names = [...new Set([personIdentifier, ...variables.map((variable) => variable.name)])];
  const folded = new Set(names.map((name) => name.toLowerCase()));
  return folded.size !== names.length || names.some((name) => name.startsWith('__'));
}
