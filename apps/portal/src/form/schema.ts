/** As much of JSON Schema (2020-12) as forms and payloads are described with. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly { readonly if?: Schema; readonly then?: Schema }[];
  readonly 'x-section'?: string;
  readonly 'x-characteristic'?: string;
  readonly 'x-source'?: string;
  /** False: another application does not begin with it. */
  readonly 'x-copied'?: boolean;
  /** Of a list: what the person has put into it in other forms is offered again. */
  readonly 'x-basket'?: boolean;
}

export type Values = Readonly<Record<string, unknown>>;

/** How a person fills something in. `fixed`: there is no choice; `unknown`: nothing says what may stand there. */
export type Kind =
  | (
      | 'fixed'
      | 'choice'
      | 'choices'
      | 'text'
      | 'long-text'
      | 'lines'
      | 'number'
      | 'yes-no'
      | 'date'
      | 'moment'
    )
  | ('group' | 'list' | 'unknown');

/** From this many characters on, a text is written in several lines. */
const LONG = 400;

/** A schema with its reference followed. */
export function resolved(schema: Schema, root: Schema): Schema {
  const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? '')?.[1];
  const found = name === undefined ? undefined : root.$defs?.[name];
  return found === undefined ? schema : { ...found, ...schema };
}

export function kindOf(schema: Schema, root: Schema): Kind {
  const { type, properties, items } = schema;
  if (schema.const !== undefined) return 'fixed';
  if (schema.enum !== undefined) return 'choice';
  if (type === 'array') return items === undefined ? 'unknown' : ofList(resolved(items, root));
  if (type === 'object') return Object.keys(properties ?? {}).length > 0 ? 'group' : 'unknown';
  if (type === 'boolean') return 'yes-no';
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'string' ? ofText(schema) : 'unknown';
}

function ofList(items: Schema): Kind {
  if (items.enum !== undefined) return 'choices';
  if (items.type === 'string') return 'lines';
  return items.type === 'object' ? 'list' : 'unknown';
}

function ofText({ format, pattern, maxLength = 0 }: Schema): Kind {
  if (format === 'date-time') return 'moment';
  // Forms say a date by its pattern, payloads by its format.
  if (format === 'date' || pattern?.startsWith('^\\d{4}-(0[1-9]|1[0-2])')) return 'date';
  return maxLength > LONG ? 'long-text' : 'text';
}

/** Names of what has to be filled in, given what is filled in already. */
export function requiredIn(schema: Schema, values: Values): readonly string[] {
  const more = (schema.allOf ?? []).filter((rule) => rule.if && rule.then && holds(rule.if, values));
  return [...(schema.required ?? []), ...more.flatMap(({ then }) => then?.required ?? [])];
}

function holds({ properties = {}, required = [] }: Schema, values: Values): boolean {
  return (
    required.every((name) => values[name] !== undefined) &&
    Object.entries(properties).every(([name, { const: wanted }]) => values[name] === wanted)
  );
}

/** What nobody can choose is filled in from the start. */
export function startingValues(schema: Schema): Values {
  const fixed = Object.entries(schema.properties ?? {}).filter(([, { const: only }]) => only !== undefined);
  return Object.fromEntries(fixed.map(([name, { const: only }]) => [name, only]));
}
