import type { Family } from '@ledtid/cases';
import {
  type DatasetDescription,
  type DatasetSelection,
  type DisclosureRule,
  type KeptPopulation,
  type ReleaseJob,
  type Selection,
  populationsNeeded,
} from '@ledtid/release';
import type { Recorded } from '@ledtid/workflow';
import type { ReleaseSettings } from './release-settings';

/** What the machine of a release knows, as far as the steps need it. */
interface ReleaseContext {
  readonly datasets: readonly string[];
  readonly attempt: number;
}

type Instance = Family['instance'];

export interface PermittedRelease {
  readonly job: ReleaseJob;
  readonly populations: KeptPopulation[];
}

/**
 * What the steps of a release need of its case: the whole permit's selection, which is the granted datasets
 * of the form that was decided on, and the releases that yield the populations it uses.
 *
 * Where a holder delivers in parts, each part stands in the selection as a holder of its own: a release then
 * takes no more than its part, and a population in another part comes from the release that yields it.
 */
export function releaseOfPermit(family: Family, settings: ReleaseSettings): PermittedRelease {
  const { instance } = family;
  const permit = required(
    family.all.find(({ workflow }) => workflow === 'permit'),
    `release ${instance.id} has no permit beside it`,
  );
  const granted = (permit.context as { datasets: readonly string[] }).datasets;
  const deliverers = delivererOf(family, granted);
  const selection = selectionOf(permit.id, family.form, deliverers, settings.disclosure);
  const holder = nameOf(instance);
  const issued = family.milestones.findLast(({ key }) => key === 'permit');
  return {
    job: {
      ...{ release: instance.id, attempt: contextOf(instance).attempt, holder, selection },
      permitIssuedAt: required(issued, `case ${family.root.id} has no moment at which its permit was issued`)
        .at,
      descriptions: descriptionsOf(settings.datasets, deliverers),
    },
    populations: populationsNeeded(selection, holder).map(({ dataset }) => ({
      dataset,
      release: required(deliverers.get(dataset), `no release delivers ${dataset}`).id,
    })),
  };
}

/** Which delivery by the holder a release is at. */
export function deliveryOf({ instance }: Family): { readonly attempt: number } {
  return { attempt: contextOf(instance).attempt };
}

/** The release that delivers each granted dataset; of a repeated delivery the one of the same occasion. */
function delivererOf({ instance, all }: Family, granted: readonly string[]): Map<string, Instance> {
  const releases = all.filter(({ workflow }) => workflow === instance.workflow);
  const found = granted.map((dataset) => {
    const able = releases.filter((release) => contextOf(release).datasets.includes(dataset));
    const same = able.find(({ occasion }) => occasion === instance.occasion) ?? able[0];
    return [dataset, required(same, `no release delivers ${dataset}`)] as const;
  });
  return new Map(found);
}

function selectionOf(
  permit: string,
  form: Recorded,
  deliverers: ReadonlyMap<string, Instance>,
  disclosure: DisclosureRule | undefined,
): Selection {
  const applied = (form.datasets ?? []) as (Partial<DatasetSelection> & { dataset: string })[];
  const datasets = [...deliverers].map(([dataset, release]) => {
    const entry = required(
      applied.find((one) => one.dataset === dataset),
      `${dataset} is granted but not in the form`,
    );
    const { rows, period, generalise } = entry;
    return {
      ...{ dataset, holder: nameOf(release), variables: entry.variables ?? [] },
      population: entry.population ?? { all: true },
      ...(rows && { rows }),
      ...(period && { period }),
      ...(generalise && { generalise }),
    };
  });
  const rule = disclosure && disclosureWithin(disclosure, datasets);
  return { permit, datasets, ...(rule && { disclosure: rule }) };
}

/** The body's rule, as far as the permit has what it speaks of. */
function disclosureWithin(
  { threshold, quasiIdentifiers }: DisclosureRule,
  datasets: readonly DatasetSelection[],
): DisclosureRule {
  const within = quasiIdentifiers.map(({ dataset, variables }) => ({
    dataset,
    variables: variables.filter((name) =>
      datasets.some((one) => one.dataset === dataset && one.variables.includes(name)),
    ),
  }));
  return { threshold, quasiIdentifiers: within.filter(({ variables }) => variables.length > 0) };
}

function descriptionsOf(
  descriptions: readonly DatasetDescription[],
  deliverers: ReadonlyMap<string, Instance>,
): DatasetDescription[] {
  return descriptions.flatMap((description) => {
    const release = deliverers.get(description.dataset);
    return release?.holder === description.holder ? [{ ...description, holder: nameOf(release) }] : [];
  });
}

function nameOf({ holder, part }: Instance): string {
  return part === null ? String(holder) : `${String(holder)}.${part}`;
}

function contextOf(release: Instance): ReleaseContext {
  return release.context as ReleaseContext;
}

function required<T>(value: T | undefined, otherwise: string): T {
  if (value !== undefined) return value;
  throw new Error(`The case cannot be as it is: ${otherwise}.`);
}
