import { type CommonEvent, type StateNode, type Transition, heldIn, inStage } from '@ledtid/workflow';
import { AFTER_DECISION, AFTER_DEFERRAL, POPULATION_COMES, losesPopulation, tellsEnd } from './changes';
import type { ReleaseEvent, ReleaseStage } from './events';

type Node = StateNode<ReleaseStage, ReleaseEvent | CommonEvent>;

const SECRECY = { stage: 'secrecy-review', party: 'holder' } as const;
const EXTRACTION = { stage: 'extraction', party: 'holder' } as const;

/** Start at the user's wish is the user's time, and no clock of the holder runs. */
const DEFERRED = {
  activity: 'paused',
  party: 'user',
  clocks: { voids: ['holder-delivery', 'secrecy-review'] },
} as const;

const refused = { target: '#release.refused', actions: tellsEnd('refused') } satisfies Transition;

const decides = {
  RELEASE_DECIDED: [{ ...refused, guard: 'release-not-refused' }, ...AFTER_DECISION],
} as const;

/** On the national track each holder reviews secrecy and decides for itself. */
export const secrecyReview: Node = {
  initial: 'requested',
  states: {
    deferred: {
      meta: { ...SECRECY, ...DEFERRED },
      on: { START: 'requested', SET_CAUSE: { target: 'deferred', guard: inStage('secrecy-review') } },
    },
    requested: {
      meta: { ...SECRECY, activity: 'waiting', clocks: { starts: ['secrecy-review'] } },
      on: {
        ...decides,
        CLAIM: { target: 'assigned', guard: inStage('secrecy-review') },
        SET_CAUSE: { target: 'requested', guard: inStage('secrecy-review') },
        DEFER: 'deferred',
      },
    },
    assigned: {
      meta: { ...SECRECY, activity: 'assigned', clocks: { starts: ['secrecy-review'] } },
      on: {
        ...decides,
        ...heldIn('secrecy-review', 'assigned', 'requested'),
        ASK_CLARIFICATION: 'clarification',
      },
    },
    clarification: {
      meta: {
        ...SECRECY,
        activity: 'paused',
        party: 'user',
        cause: 'variable-list-unclear',
        clocks: { pauses: ['secrecy-review'] },
      },
      on: { ANSWER_CLARIFICATION: 'assigned' },
    },
  },
};

/** What the holder may do once the request has reached it, before it extracts. */
const asked = {
  CLAIM: { target: 'assigned', guard: inStage('extraction') },
  DEFER: 'deferred',
  REFUSE_RELEASE: refused,
} as const;

const before: Record<string, Node> = {
  deferred: {
    meta: { ...EXTRACTION, ...DEFERRED },
    on: { START: AFTER_DEFERRAL, SET_CAUSE: { target: 'deferred', guard: inStage('extraction') } },
  },
  requested: {
    meta: { ...EXTRACTION, activity: 'waiting', clocks: { starts: ['holder-delivery'] } },
    on: { ...asked, SET_CAUSE: { target: 'requested', guard: inStage('extraction') } },
  },
  waiting: {
    meta: { ...EXTRACTION, activity: 'waiting', clocks: { meets: ['secrecy-review'] } },
    on: { ...asked, SET_CAUSE: { target: 'waiting', guard: inStage('extraction') } },
  },
  'awaiting-release': {
    meta: {
      ...EXTRACTION,
      activity: 'waiting',
      cause: 'other-holder',
      clocks: { meets: ['secrecy-review'] },
    },
    on: {
      DEPENDENCY_YIELDED: POPULATION_COMES,
      DEPENDENCY_LOST: { target: 'population-lost', actions: losesPopulation },
      DEFER: 'deferred',
      SET_CAUSE: { target: 'awaiting-release', guard: inStage('extraction') },
    },
  },
  // Only the body can tell what becomes of a release whose population will not come.
  'population-lost': {
    meta: { ...EXTRACTION, activity: 'paused', party: 'hdab', clocks: { meets: ['secrecy-review'] } },
    on: { SET_CAUSE: { target: 'population-lost', guard: inStage('extraction') } },
  },
};

/** Exactly the permitted variables and population; ends when the holder has delivered. */
export const extraction: Node = {
  initial: 'requested',
  states: {
    ...before,
    assigned: {
      meta: { ...EXTRACTION, activity: 'assigned' },
      on: {
        EXTRACT: 'running',
        ASK_CLARIFICATION: 'clarification',
        REFUSE_RELEASE: refused,
        ...heldIn('extraction', 'assigned', 'waiting'),
      },
    },
    clarification: {
      meta: { ...EXTRACTION, activity: 'paused', party: 'user', cause: 'variable-list-unclear' },
      on: { ANSWER_CLARIFICATION: 'assigned' },
    },
    running: {
      meta: { ...EXTRACTION, activity: 'assigned', executed: true },
      on: {
        EXTRACTED: { target: '#release.reception', guard: 'attempt-overtaken' },
        EXTRACTION_FAILED: { target: 'failed', guard: 'attempt-overtaken' },
      },
    },
    failed: {
      meta: { ...EXTRACTION, activity: 'waiting' },
      on: {
        RETRY_EXTRACTION: 'running',
        REFUSE_RELEASE: refused,
        SET_CAUSE: { target: 'failed', guard: inStage('extraction') },
      },
    },
    returned: {
      meta: {
        ...EXTRACTION,
        activity: 'waiting',
        cause: 'redelivery',
        clocks: { voids: ['make-available'] },
      },
      on: {
        CLAIM: { target: 'assigned', guard: inStage('extraction') },
        REFUSE_RELEASE: refused,
        SET_CAUSE: { target: 'returned', guard: inStage('extraction') },
      },
    },
  },
};
