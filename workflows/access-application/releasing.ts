import {
  type CommonEvent,
  type MachineAction,
  type StateNode,
  type Transition,
  effect,
  remember,
} from '@ledtid/workflow';
import type { ApplicationContext } from './context';
import type { ApplicationEvent, ApplicationStage } from './events';
import { ReleaseEndedPayload, type ReleaseToldPayload } from './payloads';
import { type Ending, toldName, withReleaseEnded } from './releases';

/** The parent only waits for its releases; the time is theirs. */
const WAITING = { stage: 'none', activity: 'paused', party: 'hdab' } as const;

const endsRelease: readonly MachineAction[] = [
  effect<ApplicationContext>(({ record }) => {
    const { outcome, child } = record as Partial<ReleaseEndedPayload>;
    // A population that will never come is lost to the releases that need it.
    return outcome === 'access' || child === undefined ? [] : tellDependents('DEPENDENCY_LOST', record);
  }),
  remember<ApplicationContext, ReleaseEndedPayload>(ReleaseEndedPayload, ({ context, record }) =>
    withReleaseEnded(context, record),
  ),
];

function tellDependents(type: string, record: Partial<ReleaseToldPayload>) {
  return {
    kind: 'tell-children',
    workflow: 'release',
    type,
    record: { release: toldName(record) },
    dependingOn: record.child ?? '',
  } as const;
}

function endsCase(ending: Ending, target: string, ...more: readonly MachineAction[]): Transition {
  return {
    target: `#access-application.${target}`,
    guard: { type: 'releases-ended-otherwise', params: { ending } },
    actions: [...endsRelease, ...more],
  };
}

const endsChildren = [
  effect(() => ({ kind: 'tell-children', workflow: 'release', type: 'CASE_ENDED', record: {} })),
];
const endsPermit = effect(() => ({
  kind: 'tell-children',
  workflow: 'permit',
  type: 'CASE_ENDED',
  record: {},
}));

export const releasing = {
  initial: 'fees-open',
  states: {
    'fees-open': {
      meta: { ...WAITING, clocks: { meets: ['decision-answer'] } },
      on: { RECORD_FEE_AGREEMENT: 'fees-agreed' },
    },
    'fees-agreed': { meta: { ...WAITING, clocks: { meets: ['fee-agreement'] } } },
  },
  on: {
    RELEASE_YIELDED: {
      actions: effect(({ record }) => tellDependents('DEPENDENCY_YIELDED', record)),
    },
    RELEASE_ENDED: [
      endsCase('access', 'completed'),
      endsCase('partial', 'partially-completed'),
      endsCase('refused', 'refused-by-holders', endsPermit),
      endsCase('withdrawn', 'withdrawn', endsPermit),
      { actions: endsRelease },
    ],
    WITHDRAW: [
      {
        target: '#access-application.withdrawn',
        guard: 'access-already-open',
        actions: [...endsChildren, endsPermit],
      },
      {
        target: '#access-application.partially-completed',
        actions: endsChildren,
      },
    ],
  },
} satisfies StateNode<ApplicationStage, ApplicationEvent | CommonEvent>;
