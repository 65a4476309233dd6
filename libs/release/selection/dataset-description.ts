export type VariableType = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'timestamp';

/**
 * `person`: identifies a person as the person identifier does (`case.id` of a matched control); becomes a
 * pseudonym. `direct`: a name, an address, a telephone number; never leaves the holder.
 */
export type Identifies = 'person' | 'direct';

export interface VariableDescription {
  name: string;
  type: VariableType;
  identifies?: Identifies;
}

/** How a holder writes person identifiers. `personnummer`: twelve digits, with or without a hyphen. */
export type IdentifierFormat = 'personnummer' | 'text';

/** What a holder has: the catalogue's view of one dataset and where it lies in the holder's source. */
export interface DatasetDescription {
  dataset: string;
  holder: string;
  /** Table of a PostgreSQL source, or file name without its ending in a folder. */
  table: string;
  /** The column that says whose row it is; need not be among `variables`. */
  personIdentifier: string;
  identifierFormat: IdentifierFormat;
  variables: VariableDescription[];
}

export const SQL_TYPES: Record<VariableType, string> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  decimal: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP WITH TIME ZONE',
};

export function variableOf(description: DatasetDescription, name: string): VariableDescription | undefined {
  return description.variables.find((variable) => variable.name === name);
}

/** True for the person identifier and for every other variable that identifies a person. */
export function isIdentifier(description: DatasetDescription, name: string): boolean {
  return name === description.personIdentifier || variableOf(description, name)?.identifies === 'person';
}
