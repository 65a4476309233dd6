import { type Condition, type DatasetSelection, isComparison, partOf, type Selection } from './selection';

/**
 * The columns that an extraction reads from each dataset of a holder: released variables and those that
 * conditions look at, nothing else. Keys are datasets; the person identifier is not listed.
 */
export function columnsNeeded(selection: Selection, holder: string): Map<string, Set<string>> {
  const needed = new Map<string, Set<string>>();
  for (const selected of partOf(selection, holder)) addDataset(selected, needed);
  return needed;
}

function addDataset(selected: DatasetSelection, needed: Map<string, Set<string>>): void {
  const columns = columnsOf(selected.dataset, needed);
  for (const variable of selected.variables) columns.add(variable);
  if (selected.period) columns.add(selected.period.variable);
  if ('where' in selected.population) addCondition(selected.population.where, selected.dataset, needed);
  if (selected.rows) addCondition(selected.rows, selected.dataset, needed);
}

function addCondition(condition: Condition, dataset: string, needed: Map<string, Set<string>>): void {
  const columns = columnsOf(dataset, needed);
  if (isComparison(condition)) {
    columns.add(condition.variable);
    return;
  }
  if ('exists' in condition) {
    columnsOf(condition.exists.dataset, needed);
    if (condition.exists.where) addCondition(condition.exists.where, condition.exists.dataset, needed);
    return;
  }
  const parts = 'and' in condition ? condition.and : 'or' in condition ? condition.or : [condition.not];
  for (const part of parts) addCondition(part, dataset, needed);
}

function columnsOf(dataset: string, needed: Map<string, Set<string>>): Set<string> {
  const columns = needed.get(dataset) ?? new Set<string>();
  needed.set(dataset, columns);
  return columns;
}
