import { digestOf } from '../digest';
import { type Condition, type DatasetSelection, isComparison } from '../selection/selection';

/**
 * Can a condition be judged on the delivered rows alone? Only if everything it looks at was delivered: the
 * variables are among the permitted ones, and a dataset asked about was delivered whole or cut by exactly
 * the condition asked. What cannot be judged is reported as unchecked, never as in order.
 */
function isCheckable(condition: Condition, at: DatasetSelection, part: DatasetSelection[]): boolean {
  if (isComparison(condition)) return at.variables.includes(condition.variable);
  if ('exists' in condition) {
    const { dataset, where } = condition.exists;
    const other = part.find((selected) => selected.dataset === dataset);
    if (!other || other.period) return false;
    const whole = !other.rows || (where !== undefined && digestOf(where) === digestOf(other.rows));
    return whole && (where === undefined || isCheckable(where, other, part));
  }
  const parts = 'and' in condition ? condition.and : 'or' in condition ? condition.or : [condition.not];
  return parts.every((inner) => isCheckable(inner, at, part));
}

/** The rule of a population that is defined by this dataset's own rows. */
export function isPopulationCheckable(root: DatasetSelection, part: DatasetSelection[]): boolean {
  if (!('where' in root.population)) return false;
  return !root.rows && !root.period && isCheckable(root.population.where, root, part);
}

/** The filter of a dataset's rows. */
export function areRowsCheckable(selected: DatasetSelection, part: DatasetSelection[]): boolean {
  const period = selected.period === undefined || selected.variables.includes(selected.period.variable);
  return period && (!selected.rows || isCheckable(selected.rows, selected, part));
}
