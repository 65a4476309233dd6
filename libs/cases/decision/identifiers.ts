import { hidePersonalData } from '@ledtid/platform';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Where something that reads as a personal identity number stands in what would go into the ledger, for ever.
 * Gives the places and never the values. A UUID's digits are no identity number.
 */
export function identifiersIn(content: unknown, place = ''): string[] {
  if (typeof content === 'string') {
    return !UUID.test(content) && hidePersonalData(content) !== content ? [place] : [];
  }
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, inner]) =>
    identifiersIn(inner, place === '' ? name : `${place}.${name}`),
  );
}
