import type { Family } from '@ledtid/cases';
import { releaseOfPermit } from './release-of-permit';
import type { ReleaseSettings } from './release-settings';

type Instance = Family['instance'];

const instance = (id: string, given: Partial<Instance>): Instance =>
  ({ id, holder: null, part: null, occasion: null, ...given }) as Instance;

const release = (
  id: string,
  holder: string,
  part: string | null,
  datasets: string[],
  occasion = '1',
): Instance =>
  instance(id, { workflow: 'release', holder, part, occasion, context: { datasets, attempt: 2 } });

const description = (dataset: string, holder: string) => ({
  ...{ dataset, holder, table: dataset, personIdentifier: 'pid', identifierFormat: 'text' as const },
  variables: [{ name: 'age', type: 'integer' as const }],
});

const settings = {
  datasets: [
    description('visits', 'north'),
    description('samples', 'north'),
    description('events', 'registry'),
  ],
  disclosure: {
    threshold: 5,
    quasiIdentifiers: [
      { dataset: 'visits', variables: ['age', 'sex'] },
      { dataset: 'events', variables: ['age'] },
    ],
  },
} as unknown as ReleaseSettings;

const form = {
  datasets: [
    { dataset: 'visits', holder: 'north', track: 'ehds', variables: ['age'], justification: 'because' },
    { dataset: 'samples', holder: 'north', part: 'b', variables: ['age'], population: { sameAs: 'visits' } },
    { dataset: 'events', holder: 'registry', variables: ['age'], population: { sameAs: 'samples' } },
  ],
};

function familyOf(subject: Instance, granted: string[], releases: Instance[]): Family {
  const permit = instance('permit-1', { workflow: 'permit', context: { datasets: granted } });
  const root = instance('root', { workflow: 'access-application' });
  const moment = (number: number, at: string) =>
    ({ instanceId: 'root', rootId: 'root', key: 'permit', number, at }) as const;
  const milestones = [moment(7, '2026-01-01T08:00:00.000Z'), moment(9, '2026-02-01T08:00:00.000Z')];
  return { instance: subject, root, all: [root, permit, ...releases], form, milestones };
}

describe('what a release gets of its permit', () => {
  const first = release('r1', 'north', null, ['visits']);
  const part = release('r2', 'north', 'b', ['samples']);
  const other = release('r3', 'registry', null, ['events']);
  const all = [first, part, other];
  const everything = ['visits', 'samples', 'events'];

  it('is the whole permit’s selection, and no more of the form, under the permit’s own id and latest moment', () => {
    const { job } = releaseOfPermit(familyOf(first, everything, all), settings);
    expect(job).toMatchObject({ release: 'r1', attempt: 2, permitIssuedAt: '2026-02-01T08:00:00.000Z' });
    expect(job.selection.permit).toBe('permit-1');
    expect(job.selection.datasets).toEqual([
      { dataset: 'visits', holder: 'north', variables: ['age'], population: { all: true } },
      { dataset: 'samples', holder: 'north.b', variables: ['age'], population: { sameAs: 'visits' } },
      { dataset: 'events', holder: 'registry', variables: ['age'], population: { sameAs: 'samples' } },
    ]);
    expect(job.descriptions.map(({ holder }) => holder)).toEqual(['north', 'north.b', 'registry']);
  });

  it('is only its own part of a holder that delivers in parts, with the population from the other part', () => {
    const { job, populations } = releaseOfPermit(familyOf(part, everything, all), settings);
    const own = job.selection.datasets.filter(({ holder }) => holder === job.holder);
    expect(own.map(({ dataset }) => dataset)).toEqual(['samples']);
    expect(populations).toEqual([{ dataset: 'visits', release: 'r1' }]);
  });

  it('is the population at the end of the chain for a release that depends on a dependent one', () => {
    const { populations } = releaseOfPermit(familyOf(other, everything, all), settings);
    expect(populations).toEqual([{ dataset: 'visits', release: 'r1' }]);
  });

  it('is nothing that was applied for and not granted', () => {
    const { job } = releaseOfPermit(familyOf(first, ['visits'], [first]), settings);
    expect(job.selection.datasets.map(({ dataset }) => dataset)).toEqual(['visits']);
    expect(job.descriptions).toHaveLength(1);
    expect(job.selection.disclosure!.quasiIdentifiers).toEqual([{ dataset: 'visits', variables: ['age'] }]);
  });

  it('comes from the releases of its own occasion', () => {
    const again = [
      release('r4', 'north', null, ['visits'], '2'),
      release('r5', 'registry', null, ['events'], '2'),
    ];
    const granted = ['visits', 'samples', 'events'];
    const { populations } = releaseOfPermit(familyOf(again[1]!, granted, [...all, ...again]), settings);
    expect(populations).toEqual([{ dataset: 'visits', release: 'r4' }]);
  });
});
