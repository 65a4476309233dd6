import { type AppliedDataset, type ApplicationContext, type ReleaseState, initialContext } from './context';
import {
  endingOf,
  populationsAreFound,
  releaseRequests,
  withReleaseEnded,
  withReleasesOpened,
} from './releases';

function dataset(id: string, holder: string, more: Partial<AppliedDataset> = {}): AppliedDataset {
  return {
    dataset: id,
    holder,
    part: null,
    track: 'ehds',
    ethicsNeeded: true,
    populationFrom: null,
    ...more,
  };
}

function granting(...datasets: AppliedDataset[]): ApplicationContext {
  const ids = datasets.map((one) => one.dataset);
  return { ...initialContext({}), applied: datasets, scope: ids, granted: ids };
}

describe('the releases of a permit', () => {
  it('are one per holder and part, with the datasets of each', () => {
    const context = granting(
      dataset('visits', 'region-norr'),
      dataset('tests', 'region-norr'),
      dataset('images', 'region-norr', { part: 'images' }),
      dataset('events', 'registry-hjarta'),
    );
    expect(
      releaseRequests(context).map(({ holder, part, occasion, input }) => [
        holder,
        part,
        occasion,
        input.datasets,
      ]),
    ).toEqual([
      ['region-norr', null, '1', ['visits', 'tests']],
      ['region-norr', 'images', '1', ['images']],
      ['registry-hjarta', null, '1', ['events']],
    ]);
  });

  it('depend on the release that defines their population, not on their own', () => {
    const context = granting(
      dataset('visits', 'region-norr'),
      dataset('tests', 'region-norr', { populationFrom: 'visits' }),
      dataset('events', 'registry-hjarta', { populationFrom: 'visits', track: 'osl' }),
    );
    expect(releaseRequests(context)).toMatchObject([
      { holder: 'region-norr', dependsOn: [], track: 'ehds' },
      {
        holder: 'registry-hjarta',
        dependsOn: ['region-norr::1'],
        track: 'osl',
        input: { awaits: ['region-norr::1'] },
      },
    ]);
  });

  it('are two where one holder delivers on both tracks', () => {
    const context = granting(
      dataset('visits', 'region-norr'),
      dataset('notes', 'region-norr', { track: 'osl' }),
    );
    expect(releaseRequests(context)).toMatchObject([
      { part: 'ehds', track: 'ehds' },
      { part: 'osl', track: 'osl' },
    ]);
  });

  it('leave out what was not granted', () => {
    const context = {
      ...granting(dataset('visits', 'region-norr'), dataset('events', 'registry-hjarta')),
      granted: ['visits'],
    };
    expect(releaseRequests(context).map(({ holder }) => holder)).toEqual(['region-norr']);
  });
});

describe('the populations of a grant', () => {
  const visits = dataset('visits', 'region-norr', { populationFrom: 'events' });
  const events = dataset('events', 'registry-hjarta');

  it('are found when what defines them is granted too', () => {
    expect(populationsAreFound([visits, events])).toBe(true);
    expect(populationsAreFound([visits])).toBe(false);
  });

  it('are not found when two releases wait for each other', () => {
    expect(populationsAreFound([visits, { ...events, populationFrom: 'visits' }])).toBe(false);
  });
});

describe('the end of a case by its releases', () => {
  const opened = withReleasesOpened(
    granting(dataset('visits', 'region-norr'), dataset('events', 'registry-hjarta')),
  );
  const ended = (first: ReleaseState, second: ReleaseState, partial = false) =>
    endingOf({ ...opened, partial, releases: { 'region-norr::1': first, 'registry-hjarta::1': second } });

  it.each([
    ['access', 'access', 'access'],
    ['access', 'refused', 'partial'],
    ['access', 'cancelled', 'partial'],
    ['refused', 'refused', 'refused'],
    ['refused', 'cancelled', 'refused'],
    ['cancelled', 'cancelled', 'withdrawn'],
    ['access', 'open', null],
  ] as const)('with %s and %s is %s', (first, second, ending) => {
    expect(ended(first, second)).toBe(ending);
  });

  it('is partial when the grant was', () => {
    expect(ended('access', 'access', true)).toBe('partial');
  });

  it('counts the same release once, however often it is told', () => {
    const told = { outcome: 'access', child: 'x', holder: 'region-norr', part: null, occasion: '1' } as const;
    expect(endingOf(withReleaseEnded(withReleaseEnded(opened, told), told))).toBeNull();
  });
});
