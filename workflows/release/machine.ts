import {
  type GuardFunction,
  type WorkflowConfig,
  allOf,
  inStage,
  milestone,
  workedStage,
} from '@ledtid/workflow';
import { automaticStage } from './automatic-stage';
import {
  BEGINNINGS,
  learnsPopulation,
  losesPopulation,
  returnsToHolder,
  tellsEnd,
  tellsYield,
} from './changes';
import { type ReleaseContext, initialContext } from './context';
import { type ReleaseEvent, type ReleaseStage, STAGES } from './events';
import { extraction, secrecyReview } from './holder-stages';

export { EVENTS } from './events';

type Guard = GuardFunction<ReleaseContext>;

const GUARDS: Record<string, Guard> = {
  'not-deferred': ({ context }) => context.deferred,
  'not-decided-by-holder': ({ context }) => context.track === 'osl',
  'population-not-lost': ({ context }) => context.populationLost,
  'population-known': ({ context }) => context.awaits.length > 0,
  'other-release-awaited': ({ context, event }) =>
    context.awaits.every((name) => name === event.record.release),
  'release-not-refused': ({ event }) => event.record.outcome === 'refusal',
  'attempt-overtaken': ({ context, event: { record } }) =>
    record.attempt === undefined || record.attempt === context.attempt,
  'findings-to-release': ({ event }) => event.record.findings === 0,
};

/** Intact, as described, not beyond the permit? The two months of Art 68(7) start when the data are received. */
const reception = automaticStage({
  stage: 'reception',
  clocks: { starts: ['make-available'], meets: ['holder-delivery'] },
  reports: {
    RECEIVED_INTACT: { target: '#release.pseudonymisation', guard: 'attempt-overtaken', actions: tellsYield },
    RECEIVED_DEVIATING: { target: 'deviating', guard: 'attempt-overtaken' },
    RECEPTION_FAILED: { target: 'failed', guard: 'attempt-overtaken' },
    RETURN_TO_HOLDER: returnsToHolder,
  },
  repair: { RETURN_TO_HOLDER: returnsToHolder },
  judged: { leaf: 'deviating', on: {} },
});

/** Direct identifiers out, pseudonyms of the permit in, and a check for disclosure whose findings a person releases. */
const pseudonymisation = automaticStage({
  stage: 'pseudonymisation',
  reports: {
    PSEUDONYMISED: [
      { target: '#release.delivery', guard: allOf('attempt-overtaken', 'findings-to-release') },
      { target: 'findings', guard: 'attempt-overtaken' },
    ],
    PSEUDONYMISATION_FAILED: { target: 'failed', guard: 'attempt-overtaken' },
  },
  repair: { RETURN_TO_HOLDER: returnsToHolder },
  judged: { leaf: 'findings', on: { RELEASE_FINDINGS: '#release.delivery' } },
});

const delivery = automaticStage({
  stage: 'delivery',
  reports: {
    DELIVERED: { target: '#release.access.delivered', guard: 'attempt-overtaken' },
    DELIVERY_FAILED: { target: 'failed', guard: 'attempt-overtaken' },
  },
});

/** A sealed package is not access: accounts, agreements and tools come after it. */
const access = workedStage({
  stage: 'access',
  party: 'environment',
  on: {
    OPEN_ACCESS: { target: '#release.opened', actions: [milestone('access'), tellsEnd('access')] },
  },
  beside: {
    delivered: {
      meta: { stage: 'access', activity: 'waiting', party: 'environment' },
      on: {
        CONFIRM_RECEIPT: { target: 'waiting', actions: milestone('receipt') },
        SET_CAUSE: { target: 'delivered', guard: inStage('access') },
      },
    },
  },
});

/** What one holder delivers in one part on one occasion, until somebody can open it. */
export const MACHINE: WorkflowConfig<ReleaseStage, ReleaseEvent, ReleaseContext> = {
  key: 'release',
  version: 1,
  stages: STAGES,
  context: initialContext,
  guards: GUARDS,
  initial: 'opening',
  states: {
    // Never rested in.
    opening: {
      meta: { stage: 'none', activity: 'waiting', party: 'hdab' },
      always: BEGINNINGS,
    },
    'secrecy-review': secrecyReview,
    extraction,
    reception,
    pseudonymisation,
    delivery,
    access,
    opened: { type: 'final', meta: { outcome: 'access', clocks: { meets: ['make-available'] } } },
    refused: { type: 'final', meta: { outcome: 'refused', clocks: { meets: ['secrecy-review'] } } },
    cancelled: { type: 'final', meta: { outcome: 'cancelled' } },
  },
  on: {
    CANCEL: { target: '#release.cancelled', actions: tellsEnd('cancelled') },
    CASE_ENDED: '#release.cancelled',
    DEPENDENCY_YIELDED: { actions: learnsPopulation },
    DEPENDENCY_LOST: { actions: losesPopulation },
  },
};
