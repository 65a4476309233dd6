import { join } from 'node:path';
import { csvReader } from '../connectors/csv-reader';
import { type FileColumn, fileColumns } from '../connectors/file-columns';
import type { Engine } from '../engine/engine';
import { quoteText } from '../engine/quote';
import type { ManifestDataset } from '../extraction/manifest';
import { type Refusal, refusal } from '../outcome';
import { type OutputVariable, outputVariables } from '../selection/compile-selection';
import { type DatasetDescription, SQL_TYPES } from '../selection/dataset-description';
import type { DatasetSelection } from '../selection/selection';

export function packageReader(folder: string, dataset: ManifestDataset): string {
  const path = join(folder, dataset.file);
  return dataset.file.endsWith('.parquet') ? `read_parquet(${quoteText(path)})` : csvReader(path);
}

/** Exactly the permitted variables, of the described types, and the manifest says the same? */
export async function columnFindings(
  engine: Engine,
  reader: string,
  delivered: ManifestDataset,
  selected: DatasetSelection,
  description: DatasetDescription,
): Promise<Refusal[]> {
  const expected = outputVariables(selected, description);
  const columns = await fileColumns(engine, reader);
  const typed = delivered.file.endsWith('.parquet');
  return [
    ...expected.flatMap((variable) => variableFinding(variable, columns, typed, selected.dataset)),
    ...beyond(columns, expected, selected.dataset),
    ...(sameVariables(delivered.variables, expected)
      ? []
      : [
          refusal(
            'manifest-differs',
            `The manifest describes ${selected.dataset} otherwise than the permit.`,
            'Describe what was asked for.',
            { dataset: selected.dataset },
          ),
        ]),
  ];
}

function variableFinding(
  variable: OutputVariable,
  columns: FileColumn[],
  typed: boolean,
  dataset: string,
): Refusal[] {
  const details = { dataset, variable: variable.name };
  const column = columns.find((candidate) => candidate.name === variable.name);
  if (!column)
    return [
      refusal(
        'variable-missing',
        `${dataset} lacks the variable ${variable.name}.`,
        'Send it, or tell why it cannot be had.',
        details,
      ),
    ];
  if (!typed || column.type === SQL_TYPES[variable.type]) return [];
  return [
    refusal(
      'variable-of-other-type',
      `${variable.name} of ${dataset} is not ${variable.type}.`,
      'Send it as described.',
      details,
    ),
  ];
}

/** How many, not which: a name that was never asked for may itself tell of a person. */
function beyond(columns: FileColumn[], expected: OutputVariable[], dataset: string): Refusal[] {
  const count = columns.filter(
    (column) => !expected.some((variable) => variable.name === column.name),
  ).length;
  return count === 0
    ? []
    : [
        refusal(
          'variable-not-permitted',
          `${dataset} has ${count} variables that the permit does not let out.`,
          'Leave them out.',
          { dataset, count },
        ),
      ];
}

function sameVariables(left: OutputVariable[], right: OutputVariable[]): boolean {
  const spell = (variables: OutputVariable[]): string =>
    variables
      .map(({ name, type }) => `${name}\u0000${type}`)
      .sort()
      .join('\u0001');
  return spell(left) === spell(right);
}
