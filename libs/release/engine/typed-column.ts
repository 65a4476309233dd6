import { type IdentifierFormat, SQL_TYPES, type VariableType } from '../selection/dataset-description';

/**
 * A text column read as a type; NULL where the text is not of that type. Stricter than the engine's own
 * casts, which round `1.7` to the integer 2 and cut the time off a date without a word.
 */
export function typedColumn(column: string, type: VariableType): string {
  if (type === 'text') return column;
  const text = `trim(${column})`;
  const cast = `TRY_CAST(${text} AS ${SQL_TYPES[type]})`;
  if (type === 'integer') return `CASE WHEN regexp_full_match(${text}, '[-+]?[0-9]+') THEN ${cast} END`;
  if (type === 'date')
    return `CASE WHEN regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN ${cast} END`;
  return cast;
}

/**
 * The one spelling of a person identifier, so that two holders' rows of one person meet: a personnummer as
 * twelve digits. NULL where the text is none; ten digits do not say the century, so they are none.
 */
export function canonicalIdentifier(column: string, format: IdentifierFormat): string {
  const text = `trim(${column})`;
  if (format === 'text') return `nullif(${text}, '')`;
  return `CASE WHEN regexp_full_match(${text}, '[0-9]{8}[-+ ]?[0-9]{4}') THEN regexp_replace(${text}, '[-+ ]', '') END`;
}
