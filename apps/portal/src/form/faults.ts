import { type Schema, type Values, kindOf, requiredIn, resolved } from './schema';

/** What is wrong with one field. */
export type FaultKind = 'missing' | 'pattern' | 'tooLong' | 'tooLow' | 'tooHigh';

export interface Fault {
  /** Names and places in lists, with dots between them: `datasets.0.holder`. */
  readonly path: string;
  readonly kind: FaultKind;
}

/**
 * What has to be mended before values fit their schema. The server has the last word; this spares the person a round,
 * and tells how complete a draft is.
 */
export function faultsOf(schema: Schema, values: Values, root: Schema = schema, path = ''): Fault[] {
  const required = requiredIn(schema, values);
  return Object.entries(schema.properties ?? {}).flatMap(([name, described]) =>
    ofField(resolved(described, root), values[name], root, {
      path: path === '' ? name : `${path}.${name}`,
      required: required.includes(name),
    }),
  );
}

interface Place {
  readonly path: string;
  readonly required: boolean;
}

function ofField(schema: Schema, value: unknown, root: Schema, { path, required }: Place): Fault[] {
  if (isEmpty(value, schema)) return required ? [{ path, kind: 'missing' }] : [];
  const kind = kindOf(schema, root);
  if (kind === 'group') return faultsOf(schema, value as Values, root, path);
  if (kind === 'list') {
    const items = resolved(schema.items ?? {}, root);
    return (value as Values[]).flatMap((item, place) => faultsOf(items, item, root, `${path}.${place}`));
  }
  if (kind === 'lines') {
    const items = resolved(schema.items ?? {}, root);
    return (value as unknown[]).some((line) => ofValue(items, line) !== null)
      ? [{ path, kind: 'pattern' }]
      : [];
  }
  const fault = ofValue(schema, value);
  return fault === null ? [] : [{ path, kind: fault }];
}

/** An empty list may be an answer, where the schema says that none are needed. */
function isEmpty(value: unknown, { minItems }: Schema): boolean {
  if (Array.isArray(value)) return value.length === 0 && minItems !== 0;
  return value === undefined || value === null || value === '';
}

function ofValue(schema: Schema, value: unknown): FaultKind | null {
  if (typeof value === 'string') {
    if (schema.maxLength !== undefined && value.length > schema.maxLength) return 'tooLong';
    return schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value) ? 'pattern' : null;
  }
  if (typeof value !== 'number') return null;
  if (schema.minimum !== undefined && value < schema.minimum) return 'tooLow';
  return schema.maximum !== undefined && value > schema.maximum ? 'tooHigh' : null;
}
