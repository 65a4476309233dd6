import type { Engine } from '../engine/engine';
import { quoteName } from '../engine/quote';
import { type OutputVariable, outputVariables, sourceOf } from '../selection/compile-selection';
import { type DatasetDescription, isIdentifier } from '../selection/dataset-description';
import type { DatasetSelection } from '../selection/selection';
import { CODE_KEY } from './code-key';
import type { PreparedRelation } from './disclosure';
import { generalised } from './generalise';

interface Column {
  sql: string;
  variable: OutputVariable;
  pseudonym: boolean;
}

/** The relation `prepared."dataset"`: pseudonyms for identifiers, other variables generalised. */
export async function prepare(
  engine: Engine,
  selected: DatasetSelection,
  description: DatasetDescription,
): Promise<PreparedRelation> {
  const columns = outputVariables(selected, description).map((variable) =>
    columnOf(variable, selected, description),
  );
  const relation = `prepared.${quoteName(selected.dataset)}`;
  const list = columns.map(({ sql, variable }) => `${sql} AS ${quoteName(variable.name)}`).join(', ');
  await engine.run('set up', 'CREATE SCHEMA IF NOT EXISTS prepared');
  await engine.run(
    'replace identifiers',
    `CREATE VIEW ${relation} AS SELECT ${list} FROM ${sourceOf(selected.dataset)} r0 ${joins(columns)}`,
  );
  return {
    selected,
    relation,
    person: description.personIdentifier,
    variables: columns.map(({ variable }) => variable),
    plain: columns.filter((column) => !column.pseudonym).map(({ variable }) => variable),
  };
}

function columnOf(
  variable: OutputVariable,
  selected: DatasetSelection,
  description: DatasetDescription,
): Column {
  if (isIdentifier(description, variable.name))
    return { sql: `${codeOf(variable.name)}.pseudonym`, variable, pseudonym: true };
  const { sql, type } = generalised(
    variable,
    selected.generalise?.find((rule) => rule.variable === variable.name),
  );
  return { sql, variable: { name: variable.name, type }, pseudonym: false };
}

/** Left joins: an empty reference (a control without a case) stays empty. */
function joins(columns: Column[]): string {
  return columns
    .filter((column) => column.pseudonym)
    .map(
      ({ variable: { name } }) =>
        `LEFT JOIN ${CODE_KEY} ${codeOf(name)} ON ${codeOf(name)}.identifier = r0.${quoteName(name)}`,
    )
    .join(' ');
}

function codeOf(name: string): string {
  return quoteName(`code of ${name}`);
}
