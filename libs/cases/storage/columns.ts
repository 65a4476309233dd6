const SNAKE = new Map<string, string>();
const CAMEL = new Map<string, string>();

/** A row's properties under its column names. Only the top level: what lies inside jsonb keeps its names. */
export function toColumns(row: object): Record<string, unknown> {
  return renamed(row as Record<string, unknown>, SNAKE, snake);
}

/** The columns of a row under its property names. */
export function fromColumns(columns: Record<string, unknown>): Record<string, unknown> {
  return renamed(columns, CAMEL, camel);
}

/** A plain loop: a third of what lists of entries cost, for every row that a command reads or writes. */
function renamed(
  row: Record<string, unknown>,
  names: Map<string, string>,
  make: (name: string) => string,
): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  for (const name of Object.keys(row)) named[cached(names, name, make)] = row[name];
  return named;
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
