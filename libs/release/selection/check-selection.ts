import Ajv, { type ErrorObject } from 'ajv';
import { done, type Outcome, type Refusal, refusal, refused } from '../outcome';
import { checkDataset } from './check-dataset';
import type { DatasetDescription } from './dataset-description';
import { checkDescriptions } from './check-descriptions';
import type { Selection } from './selection';
import { SELECTION_SCHEMA } from './selection-schema';

const conforms = new Ajv({ allErrors: false, allowUnionTypes: true }).compile<Selection>(SELECTION_SCHEMA);

/**
 * Checks a permit's selection: its form, then every name, type and rule against the descriptions of all
 * its datasets. Refusal codes: `selection-malformed`, `dataset-unknown`, `dataset-twice`, `variable-unknown`,
 * `variable-identifies`, `operator-not-for-type`, `value-not-of-type`, `exists-elsewhere`,
 * `population-circular`, `period-empty`, `generalisation-not-for-type`, `description-ambiguous`.
 */
export function checkSelection(candidate: unknown, descriptions: DatasetDescription[]): Outcome<Selection> {
  if (!conforms(candidate)) return refused(malformed(conforms.errors ?? []));
  const refusals = [
    ...checkDescriptions(descriptions),
    ...checkTwice(candidate),
    ...candidate.datasets.flatMap((dataset) => checkDataset(dataset, candidate, descriptions)),
    ...checkDisclosure(candidate),
  ];
  return refusals.length > 0 ? refused(...refusals) : done(candidate);
}

function malformed(errors: ErrorObject[]): Refusal {
  const deepest = errors.reduce(
    (best, error) => (error.instancePath.length > best.length ? error.instancePath : best),
    '',
  );
  return refusal(
    'selection-malformed',
    `The selection does not have the form of a selection at ${deepest || '/'}.`,
    'Correct the permit’s selection; its form is SELECTION_SCHEMA.',
    {
      at: deepest || '/',
    },
  );
}

function checkTwice(selection: Selection): Refusal[] {
  const names = selection.datasets.map((dataset) => dataset.dataset.toLowerCase());
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) =>
      refusal('dataset-twice', `The selection names the dataset ${name} twice.`, 'Name each dataset once.', {
        dataset: name,
      }),
    );
}

function checkDisclosure(selection: Selection): Refusal[] {
  return (selection.disclosure?.quasiIdentifiers ?? []).flatMap(({ dataset, variables }) => {
    const selected = selection.datasets.find((candidate) => candidate.dataset === dataset);
    return variables
      .filter((variable) => !selected?.variables.includes(variable))
      .map((variable) =>
        refusal(
          'variable-unknown',
          `The disclosure rule names ${variable} of ${dataset}, which the selection does not release.`,
          'Name released variables only.',
          { dataset, variable },
        ),
      );
  });
}
