const SNAKE = new Map<string, string>();
const CAMEL = new Map<string, string>();

/** A row's properties under its column names. Only the top level: what lies inside jsonb keeps its names. */
export function toColumns(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [cached(SNAKE, name, snake), value]));
}

/** The columns of a row under its property names. */
export function fromColumns(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [cached(CAMEL, name, camel), value]),
  );
}

function cached(cache: Map<string, string>, name: string, make: (name: string) => string): string {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const made = make(name);
  cache.set(name, made);
  return made;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
