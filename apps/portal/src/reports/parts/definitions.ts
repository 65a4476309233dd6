import type { Text } from '../../api/client';
import definitions from '../figure-definitions.generated.json';

/** What a figure means, by the path of its field in the report; the same words as in docs/figures.md. */
export function definitionOf(path: FigurePath): Text {
  return definitions[path];
}

export type FigurePath = keyof typeof definitions;
