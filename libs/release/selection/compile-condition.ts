import type { Parameter } from '../engine/engine';
import { quoteName } from '../engine/quote';
import { valuesOf } from './check-condition';
import { type DatasetDescription, SQL_TYPES, variableOf, type VariableType } from './dataset-description';
import { type Comparison, type Condition, isComparison, type Period, type Value } from './selection';

/** The engine's own column with the canonical person identifier, in every relation of a source. */
export const PERSON = '__person';

/** Values of a statement in the order of their `$n`. */
export class Parameters {
  readonly values: Parameter[] = [];

  add(value: Value, type: VariableType): string {
    this.values.push(value);
    return `CAST($${this.values.length} AS ${SQL_TYPES[type]})`;
  }
}

/** `relationOf` names the relation with the rows of a dataset; `alias` the row that the condition is about. */
export interface ConditionScope {
  descriptions: DatasetDescription[];
  relationOf(dataset: string): string;
  parameters: Parameters;
}

/** SQL of a checked condition. Names are quoted, values are parameters. */
export function compileCondition(
  condition: Condition,
  description: DatasetDescription,
  scope: ConditionScope,
  depth = 0,
): string {
  const inner = (part: Condition): string => compileCondition(part, description, scope, depth);
  if (isComparison(condition)) return compileComparison(condition, description, scope.parameters, depth);
  if ('and' in condition) return `(${condition.and.map(inner).join(' AND ')})`;
  if ('or' in condition) return `(${condition.or.map(inner).join(' OR ')})`;
  if ('not' in condition) return `(NOT ${inner(condition.not)})`;
  const { dataset, where } = condition.exists;
  const other = describe(dataset, scope.descriptions);
  const filter = where ? compileCondition(where, other, scope, depth + 1) : 'true';
  const persons = `SELECT r${depth + 1}.${PERSON} FROM ${scope.relationOf(dataset)} r${depth + 1} WHERE r${depth + 1}.${PERSON} IS NOT NULL AND ${filter}`;
  return `(r${depth}.${PERSON} IN (${persons}))`;
}

export function compilePeriod(
  period: Period,
  description: DatasetDescription,
  parameters: Parameters,
): string {
  const column = `r0.${quoteName(period.variable)}`;
  const isDate = variableOf(description, period.variable)?.type === 'date';
  const bound = (day: string): string =>
    isDate
      ? parameters.add(day, 'date')
      : `timezone('Europe/Stockholm', CAST(${parameters.add(day, 'date')} AS TIMESTAMP))`;
  return `(${column} >= ${bound(period.from)} AND ${column} < ${bound(period.to)})`;
}

export function describe(dataset: string, descriptions: DatasetDescription[]): DatasetDescription {
  const description = descriptions.find((candidate) => candidate.dataset === dataset);
  if (!description)
    throw new Error(
      `The dataset ${dataset} was not checked before it was compiled. Call checkSelection first.`,
    );
  return description;
}

function compileComparison(
  comparison: Comparison,
  description: DatasetDescription,
  parameters: Parameters,
  depth: number,
): string {
  const column = `r${depth}.${quoteName(comparison.variable)}`;
  if (comparison.operator === 'is-missing') return `(${column} IS NULL)`;
  if (comparison.operator === 'is-present') return `(${column} IS NOT NULL)`;
  const type = variableOf(description, comparison.variable)?.type ?? 'text';
  const values = valuesOf(comparison).map((value) => parameters.add(value, type));
  if (comparison.operator === 'in') return `(${column} IN (${values.join(', ')}))`;
  return `(${column} ${comparison.operator === '!=' ? '<>' : comparison.operator} ${values[0] ?? 'NULL'})`;
}
