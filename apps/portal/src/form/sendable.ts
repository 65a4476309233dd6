import type { Values } from './schema';

/** Values as they are sent: without empty lines, and without groups and lists in which nothing was filled in. */
export function sendable(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, cleaned(value)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item) => (typeof item === 'string' ? item.trim() : cleaned(item)))
      .filter((item) => item !== '' && item !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value === '' ? undefined : value;
  const inside = sendable(value as Values);
  return Object.keys(inside).length === 0 ? undefined : inside;
}
