import type { Values } from '../form/schema';

/** The JSON Merge Patch (RFC 7396) that makes one form into another, field by field; null takes a field away. */
export function patchBetween(from: Values, to: Values): Values {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  const changed = [...names].filter((name) => !isSame(from[name], to[name]));
  return Object.fromEntries(changed.map((name) => [name, changeOf(from[name], to[name])]));
}

/** A patch of an object is merged into what stands there, so that fields which are gone have to be named. */
function changeOf(from: unknown, to: unknown): unknown {
  if (to === undefined) return null;
  return isObject(from) && isObject(to) ? patchBetween(from, to) : to;
}

/** What two people changed apart from each other: fields that both changed, each in another way. */
export function conflictsOf(base: Values, mine: Values, theirs: Values): string[] {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [...names].filter(
    (name) =>
      !isSame(mine[name], base[name]) &&
      !isSame(theirs[name], base[name]) &&
      !isSame(mine[name], theirs[name]),
  );
}

/** Mine, with what only they have changed. */
export function merged(base: Values, mine: Values, theirs: Values): Values {
  const kept = { ...theirs, ...mine };
  const names = Object.keys(kept).map((name) => [
    name,
    isSame(mine[name], base[name]) ? theirs[name] : mine[name],
  ]);
  return Object.fromEntries(names.filter(([, value]) => value !== undefined)) as Values;
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
