import type { Schema, Values } from '../form/schema';

/** What of a form another application may begin with: all but what everybody has to confirm anew (`x-copied: false`). */
export function copyable(form: Values, schema: Schema): Values {
  const properties = schema.properties ?? {};
  return Object.fromEntries(
    Object.entries(form).filter(
      ([name]) => properties[name] !== undefined && properties[name]['x-copied'] !== false,
    ),
  );
}
