import type { FormSpec, Recorded } from '@ledtid/workflow';
import { ID_PATTERN } from '../payload-fields';
import type { Track } from './codes';
import type { AppliedDataset } from './context';
import schema from './form.schema.json';

export interface FormFacts {
  readonly datasets: readonly AppliedDataset[];
  readonly deferred: boolean;
}

/** Data access application: D6.3 Annex 5, with the points of Art 67(2) as what must be there. */
export const FORM: FormSpec = {
  version: schema['x-version'],
  schema,
  facts: (form) => ({ ...factsOf(form) }),
};

/**
 * Ids and codes that the machine needs. A draft may hold anything anywhere, and facts go into the ledger for
 * good, so only what has the form of an id is taken.
 */
export function factsOf(form: Recorded): FormFacts {
  const listed = Array.isArray(form.datasets) ? (form.datasets as unknown[]) : [];
  const datasets = listed.map(datasetOf).filter((dataset) => dataset !== null);
  return {
    datasets: datasets.filter(
      ({ dataset }, index) => datasets.findIndex((other) => other.dataset === dataset) === index,
    ),
    deferred: form.dataNeeded === 'later',
  };
}

function datasetOf(entry: unknown): AppliedDataset | null {
  const { dataset, holder, part, track, ethicsApprovalNeeded, population } = (entry ?? {}) as Recorded;
  const [id, holderId] = [idIn(dataset), idIn(holder)];
  if (id === null || holderId === null) return null;
  return {
    dataset: id,
    holder: holderId,
    part: idIn(part),
    track: (track === 'osl' ? 'osl' : 'ehds') satisfies Track,
    ethicsNeeded: ethicsApprovalNeeded !== false,
    populationFrom: idIn((population as Recorded | null | undefined)?.sameAs),
  };
}

function idIn(value: unknown): string | null {
  return typeof value === 'string' && ID_PATTERN.test(value) ? value : null;
}
