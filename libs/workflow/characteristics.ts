import document from './characteristic-codes.json';
import type { Recorded, Text } from './contract';

/** What cases are told apart by, beside their workflow and their holders. */
export type CharacteristicKind = keyof typeof document;

interface CodeList {
  readonly name: Text;
  /** Where the codes come from. */
  readonly source: string;
  readonly codes: Readonly<Record<string, Text>>;
}

/** Every kind with its codes: one list for all workflows, so that a report can ask for a code over all of them. */
export const CHARACTERISTICS: Readonly<Record<CharacteristicKind, CodeList>> = document;

/** A code with its kind, as cases keep it: `purpose:53-1-e`. */
export type Characteristic = `${CharacteristicKind}:${string}`;

export function characteristic(kind: CharacteristicKind, code: string): Characteristic {
  return `${kind}:${code}`;
}

export function isCharacteristic(kind: CharacteristicKind, code: string): boolean {
  return Object.hasOwn(CHARACTERISTICS[kind].codes, code);
}

/**
 * The characteristics that a form tells, sorted, each once: the codes of the fields that its JSON Schema marks
 * with `x-characteristic`. They go into the ledger for good, so whatever is no known code is left out.
 */
export function characteristicsOf(schema: Recorded, form: Recorded): Characteristic[] {
  return [...new Set(toldBy(schema, form))].sort();
}

/** Why a form's marks cannot be used, a sentence each: an unknown kind, or a code that the list does not have. */
export function characteristicFaults(schema: Recorded): string[] {
  const kind = schema['x-characteristic'];
  const below = partsOf(schema).flatMap(([, part]) => characteristicFaults(part));
  if (kind === undefined) return below;
  const known = Object.keys(CHARACTERISTICS);
  if (!isKind(kind)) return [`x-characteristic ${String(kind)} is no kind: use one of ${known.join(', ')}.`];
  const codes = ((schema.items as Recorded | undefined)?.enum ?? schema.enum ?? []) as readonly string[];
  return codes
    .filter((code) => !isCharacteristic(kind, code))
    .map((code) => `${kind} has no code ${code}: add it to libs/workflow/characteristic-codes.json.`);
}

function toldBy(schema: Recorded, value: unknown): Characteristic[] {
  const kind = schema['x-characteristic'];
  if (!isKind(kind)) return partsOf(schema).flatMap(([name, part]) => toldByPart(part, value, name));
  return [value]
    .flat()
    .filter((code) => typeof code === 'string' && isCharacteristic(kind, code))
    .map((code) => characteristic(kind, code as string));
}

/** A draft may hold anything anywhere. */
function toldByPart(part: Recorded, value: unknown, name: string | null): Characteristic[] {
  if (name === null) return Array.isArray(value) ? value.flatMap((item) => toldBy(part, item)) : [];
  return typeof value === 'object' && value !== null ? toldBy(part, (value as Recorded)[name]) : [];
}

/** What a schema says of its properties, by name, and of the items of a list, without one. */
function partsOf({ properties, items }: Recorded): (readonly [name: string | null, schema: Recorded])[] {
  const named = Object.entries((properties ?? {}) as Record<string, Recorded>);
  return items === undefined ? named : [...named, [null, items as Recorded]];
}

function isKind(kind: unknown): kind is CharacteristicKind {
  return typeof kind === 'string' && Object.hasOwn(CHARACTERISTICS, kind);
}
