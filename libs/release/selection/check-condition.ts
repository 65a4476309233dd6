import { type Refusal, refusal } from '../outcome';
import { type DatasetDescription, isIdentifier, variableOf, type VariableType } from './dataset-description';
import { type Comparison, type Condition, type Existence, isComparison, type Value } from './selection';

/** Every name, type and operator of a condition on rows of one dataset. */
export function checkCondition(
  condition: Condition,
  description: DatasetDescription,
  descriptions: DatasetDescription[],
): Refusal[] {
  if (isComparison(condition)) return checkComparison(condition, description);
  if ('exists' in condition) return checkExistence(condition.exists, description, descriptions);
  const parts = 'and' in condition ? condition.and : 'or' in condition ? condition.or : [condition.not];
  return parts.flatMap((part) => checkCondition(part, description, descriptions));
}

function checkExistence(
  existence: Existence,
  description: DatasetDescription,
  descriptions: DatasetDescription[],
): Refusal[] {
  const other = descriptions.find((candidate) => candidate.dataset === existence.dataset);
  const details = { dataset: existence.dataset };
  if (!other)
    return [
      refusal(
        'dataset-unknown',
        `A condition names the dataset ${existence.dataset}, which is not described.`,
        'Describe it, or correct the permit’s selection.',
        details,
      ),
    ];
  if (other.holder !== description.holder) {
    // Evaluating it would mean that one holder learns whom the other has.
    return [
      refusal(
        'exists-elsewhere',
        `${existence.dataset} is at another holder, and holders never exchange identifiers.`,
        'Let the population follow that dataset with sameAs; the body hands it over.',
        details,
      ),
    ];
  }
  return existence.where ? checkCondition(existence.where, other, descriptions) : [];
}

function checkComparison(comparison: Comparison, description: DatasetDescription): Refusal[] {
  const details = { dataset: description.dataset, variable: comparison.variable };
  const variable = variableOf(description, comparison.variable);
  if (isIdentifier(description, comparison.variable) || variable?.identifies) {
    return [
      refusal(
        'variable-identifies',
        `${comparison.variable} identifies persons; a permit does not pick persons by name.`,
        'State the condition on another variable.',
        details,
      ),
    ];
  }
  if (!variable)
    return [
      refusal(
        'variable-unknown',
        `The dataset ${description.dataset} has no variable ${comparison.variable}.`,
        'Correct the permit’s selection, or the dataset’s description.',
        details,
      ),
    ];
  if (!operatorFits(comparison, variable.type)) {
    return [
      refusal(
        'operator-not-for-type',
        `${comparison.operator} does not apply to ${comparison.variable}, which is ${variable.type}.`,
        'Use =, != or in.',
        details,
      ),
    ];
  }
  if (valuesOf(comparison).every((value) => isOfType(value, variable.type))) return [];
  return [
    refusal(
      'value-not-of-type',
      `A value compared with ${comparison.variable} is not ${variable.type}.`,
      'Write numbers as numbers and dates as YYYY-MM-DD.',
      details,
    ),
  ];
}

function operatorFits(comparison: Comparison, type: VariableType): boolean {
  return !['<', '<=', '>', '>='].includes(comparison.operator) || (type !== 'text' && type !== 'boolean');
}

export function valuesOf(comparison: Comparison): Value[] {
  if ('values' in comparison) return comparison.values;
  return 'value' in comparison ? [comparison.value] : [];
}

function isOfType(value: Value, type: VariableType): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'decimal') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'boolean') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  return type === 'text' || (/^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)));
}
