import { readsAsPersonNumber } from '@ledtid/platform';

/**
 * Where something that reads as a personal identity number stands in what would go into the ledger, for ever.
 * Gives the places and never the values.
 */
export function identifiersIn(content: unknown, place = ''): string[] {
  if (typeof content === 'string') {
    return readsAsPersonNumber(content) ? [place] : [];
  }
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, inner]) =>
    identifiersIn(inner, place === '' ? name : `${place}.${name}`),
  );
}
