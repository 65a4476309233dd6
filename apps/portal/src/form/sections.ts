import type { Text } from '../api/client';
import { type Schema, type Values } from './schema';
import { type Fault, faultsOf } from './faults';

/** A part of a form that is filled in together. */
export interface Section {
  readonly key: string;
  readonly title: Text;
  /** Its fields. */
  readonly names: readonly string[];
}

/** The sections that a form's schema declares, in its order; what belongs to none comes last, without a name. */
export function sectionsOf(schema: Schema & { 'x-sections'?: readonly Omit<Section, 'names'>[] }): Section[] {
  const declared = schema['x-sections'] ?? [];
  const fields = Object.entries(schema.properties ?? {});
  const inSection = (key: string | undefined) =>
    fields.filter(([, field]) => field['x-section'] === key).map(([name]) => name);
  const known = new Set(declared.map(({ key }) => key));
  const others = fields.filter(([, field]) => !known.has(field['x-section'] ?? '')).map(([name]) => name);
  return [
    ...declared.map((section) => ({ ...section, names: inSection(section.key) })),
    ...(others.length > 0 ? [{ key: '', title: { sv: 'Ansökan', en: 'Application' }, names: others }] : []),
  ];
}

/** What is left to mend in each section, by its key. */
export function faultsBySection(schema: Schema, values: Values): Map<string, Fault[]> {
  const faults = faultsOf(schema, values);
  return new Map(
    sectionsOf(schema).map(({ key, names }) => [
      key,
      faults.filter(({ path }) => names.includes(path.split('.')[0] ?? '')),
    ]),
  );
}
