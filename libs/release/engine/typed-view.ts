import { type Refusal, refusal } from '../outcome';
import { PERSON } from '../selection/compile-condition';
import { sourceOf } from '../selection/compile-selection';
import { type DatasetDescription, isIdentifier, variableOf } from '../selection/dataset-description';
import type { Engine } from './engine';
import { quoteName } from './quote';
import { canonicalIdentifier, typedColumn } from './typed-column';

/**
 * Makes the relation `source."dataset"` over a reader: columns typed as described, person identifiers in
 * their canonical form. Yields a refusal per column with values that are there but are not of their type
 * (`values-not-as-described`, `person-identifier-malformed`): read as missing they would silently leave a
 * person out of the population, and an identifier that cannot be read cannot be matched with the opt-outs.
 */
export async function typedView(
  engine: Engine,
  reader: string,
  columns: string[],
  description: DatasetDescription,
): Promise<Refusal[]> {
  const typed = columns.map((name) => `${columnSql(name, description)} AS ${quoteName(name)}`);
  const person = `${columnSql(description.personIdentifier, description)} AS ${PERSON}`;
  await engine.run('set up', 'CREATE SCHEMA IF NOT EXISTS source');
  await engine.run(
    'read a table',
    `CREATE VIEW ${sourceOf(description.dataset)} AS SELECT ${person}, ${typed.join(', ')} FROM ${reader} raw`,
  );
  const counts = columns.map(
    (name, index) =>
      `count(*) FILTER (WHERE raw.${quoteName(name)} IS NOT NULL AND ${columnSql(name, description)} IS NULL) AS c${index}`,
  );
  const [row] = await engine.rows<Record<string, number>>(
    'check the values of a table',
    `SELECT ${counts.join(', ')} FROM ${reader} raw`,
  );
  return columns.flatMap((name, index) => {
    const count = row?.[`c${index}`] ?? 0;
    return count > 0 ? [notAsDescribed(name, count, description)] : [];
  });
}

function notAsDescribed(variable: string, count: number, description: DatasetDescription): Refusal {
  const details = { dataset: description.dataset, variable, count };
  if (isIdentifier(description, variable)) {
    return refusal(
      'person-identifier-malformed',
      `${count} values of ${variable} in ${description.dataset} are not person identifiers as described.`,
      'Write twelve digits, or describe the format the source has.',
      details,
    );
  }
  return refusal(
    'values-not-as-described',
    `${count} values of ${variable} in ${description.dataset} are not of the described type.`,
    'Correct the source or the dataset’s description.',
    details,
  );
}

function columnSql(name: string, description: DatasetDescription): string {
  const column = `CAST(raw.${quoteName(name)} AS VARCHAR)`;
  if (isIdentifier(description, name)) return canonicalIdentifier(column, description.identifierFormat);
  return typedColumn(column, variableOf(description, name)?.type ?? 'text');
}
