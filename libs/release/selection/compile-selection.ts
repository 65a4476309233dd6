import type { Statement } from '../engine/engine';
import { quoteName } from '../engine/quote';
import {
  compileCondition,
  compilePeriod,
  type ConditionScope,
  describe,
  Parameters,
  PERSON,
} from './compile-condition';
import { type DatasetDescription, isIdentifier, type VariableType, variableOf } from './dataset-description';
import { type DatasetSelection, partOf, type Selection } from './selection';

/** Relations that a compiled statement reads. The extraction and the reception check fill them. */
export const sourceOf = (dataset: string): string => `source.${quoteName(dataset)}`;
export const populationOf = (dataset: string): string => `population.${quoteName(dataset)}`;
export const EXCLUDED = 'opted_out.persons';

export interface OutputVariable {
  name: string;
  type: VariableType;
}

/** The dataset whose rule defines the population, at the end of the chain of `sameAs`. */
export function populationRoot(selected: DatasetSelection, selection: Selection): DatasetSelection {
  let current = selected;
  while ('sameAs' in current.population) {
    const target: string = current.population.sameAs;
    const next = selection.datasets.find((dataset) => dataset.dataset === target);
    if (!next) throw new Error(`The dataset ${target} is not in the selection. Call checkSelection first.`);
    current = next;
  }
  return current;
}

/** Datasets of other holders whose population this holder's part needs: its release depends on theirs. */
export function populationsNeeded(
  selection: Selection,
  holder: string,
): { dataset: string; holder: string }[] {
  const roots = partOf(selection, holder).map((dataset) => populationRoot(dataset, selection));
  return unique(roots)
    .filter((root) => root.holder !== holder)
    .map(({ dataset, holder: at }) => ({ dataset, holder: at }));
}

/** Datasets of this holder whose population another holder's part needs: the body keeps these populations. */
export function populationsYielded(selection: Selection, holder: string): string[] {
  const others = selection.datasets.filter((dataset) => dataset.holder !== holder);
  return unique(others.map((dataset) => populationRoot(dataset, selection)))
    .filter((root) => root.holder === holder)
    .map((root) => root.dataset);
}

/** Distinct persons of a population that this holder's own data define, before opt-outs. */
export function compilePopulation(root: DatasetSelection, descriptions: DatasetDescription[]): Statement {
  const scope = scopeOf(descriptions);
  const rule = root.population;
  const description = describe(root.dataset, descriptions);
  const filter = 'where' in rule ? compileCondition(rule.where, description, scope) : 'true';
  const sql = `SELECT DISTINCT r0.${PERSON} FROM ${sourceOf(root.dataset)} r0 WHERE r0.${PERSON} IS NOT NULL AND ${filter}`;
  return { sql, parameters: scope.parameters.values };
}

/** The filter of a dataset's rows, besides its population, over a row `r0`. */
export function compileRowFilter(selected: DatasetSelection, descriptions: DatasetDescription[]): Statement {
  const scope = scopeOf(descriptions);
  const description = describe(selected.dataset, descriptions);
  const parts = [
    selected.rows ? compileCondition(selected.rows, description, scope) : 'true',
    selected.period ? compilePeriod(selected.period, description, scope.parameters) : 'true',
  ];
  return { sql: parts.join(' AND '), parameters: scope.parameters.values };
}

/**
 * The rows that the permit lets out, sorted over all columns, so that the same source gives the same file.
 * A reference to an opted-out person (a control's `case.id`) is blanked: it, too, is data about them.
 */
export function compileRows(
  selected: DatasetSelection,
  selection: Selection,
  descriptions: DatasetDescription[],
): Statement {
  const description = describe(selected.dataset, descriptions);
  const filter = compileRowFilter(selected, descriptions);
  const columns = outputVariables(selected, description).map(({ name }) => outputColumn(name, description));
  const persons = `SELECT ${PERSON} FROM ${populationOf(populationRoot(selected, selection).dataset)}`;
  const sql = `SELECT ${columns.join(', ')} FROM ${sourceOf(selected.dataset)} r0 WHERE r0.${PERSON} IN (${persons}) AND ${filter.sql} ORDER BY ALL`;
  return { sql, parameters: filter.parameters };
}

/** What a dataset's file holds: the person identifier first, then the permitted variables. */
export function outputVariables(
  selected: DatasetSelection,
  description: DatasetDescription,
): OutputVariable[] {
  const names = [
    description.personIdentifier,
    ...selected.variables.filter((name) => name !== description.personIdentifier),
  ];
  return names.map((name) => ({
    name,
    type: isIdentifier(description, name) ? 'text' : (variableOf(description, name)?.type ?? 'text'),
  }));
}

function outputColumn(name: string, description: DatasetDescription): string {
  const column = `r0.${quoteName(name)}`;
  if (name === description.personIdentifier || !isIdentifier(description, name)) return column;
  return `CASE WHEN ${column} IN (SELECT ${PERSON} FROM ${EXCLUDED}) THEN NULL ELSE ${column} END AS ${quoteName(name)}`;
}

function scopeOf(descriptions: DatasetDescription[]): ConditionScope {
  return { descriptions, relationOf: sourceOf, parameters: new Parameters() };
}

function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}
