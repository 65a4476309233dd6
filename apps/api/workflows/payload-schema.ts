import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { targetConstructorToSchema, validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { IS_CIVIL_DATE, IS_MOMENT, type PayloadClass } from '@ledtid/workflow';

/** JSON Schema (2020-12) of an event's payload. */
export type PayloadSchema = Readonly<Record<string, unknown>>;

const OPTIONS = {
  classTransformerMetadataStorage: defaultMetadataStorage,
  refPointerPrefix: '#/$defs/',
  additionalConverters: {
    [IS_MOMENT]: { type: 'string' as const, format: 'date-time' },
    [IS_CIVIL_DATE]: { type: 'string' as const, format: 'date' },
  },
};

const schemas = new Map<PayloadClass, Map<string, PayloadSchema>>();

/** The schema that a payload class declares by its validators; made once. With a stage it holds for that stage. */
export function payloadSchema(payload: PayloadClass, stage: string | null = null): PayloadSchema {
  const known = schemas.get(payload) ?? new Map<string, PayloadSchema>();
  schemas.set(payload, known);
  const made = known.get(stage ?? '') ?? (stage === null ? schemaOf(payload) : forStage(payload, stage));
  known.set(stage ?? '', made);
  return made;
}

function forStage(payload: PayloadClass, stage: string): PayloadSchema {
  const schema = payloadSchema(payload);
  const properties = schema.properties as Record<string, unknown>;
  return { ...schema, properties: { ...properties, stage: { type: 'string', const: stage } } };
}

function schemaOf(payload: PayloadClass): PayloadSchema {
  const { properties = {}, required } = targetConstructorToSchema(payload, OPTIONS) as Recorded;
  const own = { type: 'object', properties, ...(required ? { required } : {}), additionalProperties: false };
  const nested = nestedIn(own);
  return Object.keys(nested).length > 0 ? { ...own, $defs: nested } : own;
}

/** What a schema refers to, and what that refers to. */
function nestedIn(schema: unknown): Recorded {
  const all = validationMetadatasToSchemas(OPTIONS) as Recorded;
  const found: Recorded = {};
  const names = referencesIn(schema);
  for (const name of names) {
    found[name] = { ...(all[name] as Recorded), additionalProperties: false };
    names.push(...referencesIn(found[name]).filter((other) => !names.includes(other)));
  }
  return found;
}

function referencesIn(schema: unknown): string[] {
  const references = JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g);
  return [...new Set([...references].map(([, name]) => name ?? ''))];
}

type Recorded = Record<string, unknown>;
