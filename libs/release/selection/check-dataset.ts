import { type Refusal, refusal } from '../outcome';
import { checkCondition } from './check-condition';
import { type DatasetDescription, isIdentifier, variableOf } from './dataset-description';
import type { DatasetSelection, Generalisation, Period, Selection } from './selection';

/** Every name, type and rule of one dataset of a selection. */
export function checkDataset(
  selected: DatasetSelection,
  selection: Selection,
  descriptions: DatasetDescription[],
): Refusal[] {
  const description = descriptions.find((candidate) => candidate.dataset === selected.dataset);
  if (description?.holder !== selected.holder) return [unknownDataset(selected.dataset, selected.holder)];
  return [
    ...selected.variables.flatMap((variable) => checkVariable(variable, description)),
    ...checkPopulation(selected, selection, description, descriptions),
    ...(selected.rows ? checkCondition(selected.rows, description, descriptions) : []),
    ...(selected.period ? checkPeriod(selected.period, description) : []),
    ...(selected.generalise ?? []).flatMap((rule) => checkGeneralisation(rule, selected, description)),
  ];
}

function unknownDataset(dataset: string, holder: string): Refusal {
  return refusal(
    'dataset-unknown',
    `${holder} has no dataset ${dataset}.`,
    'Describe the dataset in the catalogue, or correct the permit’s selection.',
    { dataset, holder },
  );
}

function unknownVariable(dataset: string, variable: string): Refusal {
  return refusal(
    'variable-unknown',
    `The dataset ${dataset} has no variable ${variable}.`,
    'Correct the permit’s selection, or the dataset’s description.',
    { dataset, variable },
  );
}

function checkVariable(name: string, description: DatasetDescription): Refusal[] {
  if (name === description.personIdentifier) return [];
  const variable = variableOf(description, name);
  if (!variable) return [unknownVariable(description.dataset, name)];
  if (variable.identifies !== 'direct') return [];
  return [
    refusal(
      'variable-identifies',
      `${name} of ${description.dataset} identifies persons directly and cannot be released.`,
      'Leave it out of the selection.',
      { dataset: description.dataset, variable: name },
    ),
  ];
}

function checkPopulation(
  selected: DatasetSelection,
  selection: Selection,
  description: DatasetDescription,
  descriptions: DatasetDescription[],
): Refusal[] {
  const rule = selected.population;
  if ('where' in rule) return checkCondition(rule.where, description, descriptions);
  return 'sameAs' in rule ? checkChain(selected, selection) : [];
}

/** Follows `sameAs` to its end: it must name a dataset of the permit and never come back. */
function checkChain(start: DatasetSelection, selection: Selection): Refusal[] {
  const seen = new Set<string>();
  let current: DatasetSelection = start;
  while ('sameAs' in current.population) {
    if (seen.has(current.dataset)) {
      return [
        refusal(
          'population-circular',
          `The population of ${start.dataset} is defined by itself.`,
          'Let one dataset state the condition.',
          { dataset: start.dataset },
        ),
      ];
    }
    seen.add(current.dataset);
    const target: string = current.population.sameAs;
    const next = selection.datasets.find((candidate) => candidate.dataset === target);
    if (!next)
      return [
        refusal(
          'dataset-unknown',
          `The population of ${current.dataset} is that of ${target}, which the selection does not name.`,
          'Name a dataset of the same permit.',
          { dataset: target },
        ),
      ];
    current = next;
  }
  return [];
}

function checkPeriod(period: Period, description: DatasetDescription): Refusal[] {
  const variable = variableOf(description, period.variable);
  const details = { dataset: description.dataset, variable: period.variable };
  if (!variable) return [unknownVariable(description.dataset, period.variable)];
  if (variable.type !== 'date' && variable.type !== 'timestamp') {
    return [
      refusal(
        'operator-not-for-type',
        `${period.variable} is not a date, so no period can be cut by it.`,
        'Name a date or timestamp, or use a condition on rows.',
        details,
      ),
    ];
  }
  return period.from < period.to
    ? []
    : [
        refusal(
          'period-empty',
          'The period ends before it begins.',
          'Correct the permit’s selection.',
          details,
        ),
      ];
}

function checkGeneralisation(
  rule: Generalisation,
  selected: DatasetSelection,
  description: DatasetDescription,
): Refusal[] {
  const details = { dataset: selected.dataset, variable: rule.variable };
  if (!selected.variables.includes(rule.variable)) return [unknownVariable(selected.dataset, rule.variable)];
  const type = variableOf(description, rule.variable)?.type;
  const fits =
    'date' in rule ? type === 'date' || type === 'timestamp' : type === 'integer' || type === 'decimal';
  if (fits && !isIdentifier(description, rule.variable)) return [];
  return [
    refusal(
      'generalisation-not-for-type',
      `${rule.variable} of ${selected.dataset} cannot be generalised so.`,
      'Bands and rounding are for numbers, year and month for dates.',
      details,
    ),
  ];
}
