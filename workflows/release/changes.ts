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

/**
 * Where extraction begins: it waits for a population that is still to come; on the EHDS track the body's
 * request reaches the holder here and its three months start (Art 60(2)); on the other the holder has decided.
 */
export const BEGINS_EXTRACTION: readonly Transition[] = [
  { target: '#release.extraction.population-lost', guard: 'population-not-lost' },
  { target: '#release.extraction.awaiting-release', guard: 'population-known' },
  { target: '#release.extraction.waiting', guard: 'not-decided-by-holder' },
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
