import type { Schema, Values } from './schema';

/** What was asked for before, the latest of each name, without what lies in the basket already. */
export function offersFor(earlier: readonly Values[], items: readonly Values[], described: Schema): Values[] {
  const taken = new Set(items.map((item) => nameOf(item, described)));
  const offers = new Map<string, Values>();
  for (const item of earlier) {
    const name = nameOf(item, described);
    if (!taken.has(name) && !offers.has(name)) offers.set(name, item);
  }
  return [...offers.values()];
}

/** By what a person knows an item again: what stands as text in the fields that every item has. */
export function nameOf(item: Values, { required = [] }: Schema): string {
  return required
    .map((name) => item[name])
    .flatMap((value) => (Array.isArray(value) ? value.join(', ') : value))
    .filter((value) => typeof value === 'string')
    .join(' · ');
}
