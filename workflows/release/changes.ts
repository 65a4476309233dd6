import { EmptyPayload, type MachineAction, type Transition, allOf, effect, remember } from '@ledtid/workflow';
import type { ReleaseContext } from './context';
import { DependencyPayload } from './payloads';

/** Tells the application how this release ended. */
export function tellsEnd(outcome: 'access' | 'refused' | 'cancelled'): MachineAction {
  return effect(() => ({ kind: 'tell-parent', type: 'RELEASE_ENDED', record: { outcome } }));
}

/** The body has the package, and with it the persons that dependent releases need. */
export const tellsYield = effect(() => ({ kind: 'tell-parent', type: 'RELEASE_YIELDED', record: {} }));

export const learnsPopulation = remember<ReleaseContext, DependencyPayload>(
  DependencyPayload,
  ({ context, record }) => ({ awaits: context.awaits.filter((name) => name !== record.release) }),
);

export const losesPopulation = remember<ReleaseContext, DependencyPayload>(
  DependencyPayload,
  ({ context, record }) => ({
    populationLost: context.awaits.includes(record.release) || context.populationLost,
  }),
);

export const returnsToHolder = {
  target: '#release.extraction.returned',
  actions: remember<ReleaseContext, EmptyPayload>(EmptyPayload, ({ context }) => ({
    attempt: context.attempt + 1,
  })),
} satisfies Transition;

const WITHOUT_POPULATION: readonly Transition[] = [
  { target: '#release.extraction.population-lost', guard: 'population-not-lost' },
  { target: '#release.extraction.awaiting-release', guard: 'population-known' },
];

/** After the holder's own decision; on the national track Art 60(2) sets no date. */
export const AFTER_DECISION: readonly Transition[] = [
  ...WITHOUT_POPULATION,
  { target: '#release.extraction.waiting' },
];

/** After a deferral. On the EHDS track the body's request reaches the holder here, and its three months start. */
export const AFTER_DEFERRAL: readonly Transition[] = [
  ...WITHOUT_POPULATION,
  { target: '#release.extraction.waiting', guard: 'not-decided-by-holder' },
  { target: '#release.extraction.requested' },
];

/** Where a release begins: track, deferral and dependencies decide. */
export const BEGINNINGS: readonly Transition[] = [
  { target: '#release.secrecy-review.deferred', guard: allOf('not-decided-by-holder', 'not-deferred') },
  { target: '#release.secrecy-review', guard: 'not-decided-by-holder' },
  { target: '#release.extraction.deferred', guard: 'not-deferred' },
  { target: '#release.extraction.awaiting-release', guard: 'population-known' },
  { target: '#release.extraction.requested' },
];

/** The last release awaited has yielded. While another is awaited, the whole release's handler counts. */
export const POPULATION_COMES: readonly Transition[] = [
  {
    target: '#release.extraction.waiting',
    guard: allOf('other-release-awaited', 'not-decided-by-holder'),
    actions: learnsPopulation,
  },
  { target: '#release.extraction.requested', guard: 'other-release-awaited', actions: learnsPopulation },
];
