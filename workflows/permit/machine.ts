import 'reflect-metadata';
import { IsIn } from 'class-validator';
import {
  EmptyPayload,
  type EventSpec,
  InLedger,
  ReasonPayload,
  type Recorded,
  type WorkflowConfig,
  byClock,
} from '@ledtid/workflow';

import { KEY_EVENTS, KEY_GUARDS, KEY_STATES, type KeyAccess, NO_KEY_ACCESS } from './key-access';

const END_REASONS = ['processing-finished', 'given-up-by-user', 'revoked', 'other'] as const;

class EndPermitPayload extends ReasonPayload {
  @InLedger()
  @IsIn(END_REASONS)
  code!: (typeof END_REASONS)[number];
}

export const EVENTS = {
  ...KEY_EVENTS,
  END: { roles: ['decision_maker'], payload: EndPermitPayload },
  CASE_ENDED: { roles: [], payload: EmptyPayload, internal: true },
} satisfies Record<string, EventSpec>;

interface PermitContext extends KeyAccess {
  readonly datasets: readonly string[];
}

/** A permit from acceptance until it ends. Amendment, renewal and revocation are deepened later. */
export const MACHINE: WorkflowConfig<never, keyof typeof EVENTS, PermitContext> = {
  key: 'permit',
  version: 1,
  stages: {},
  context: (input: Recorded | undefined) => ({
    ...NO_KEY_ACCESS,
    datasets: (input?.datasets as readonly string[] | undefined) ?? [],
  }),
  guards: KEY_GUARDS,
  initial: 'in-force',
  states: {
    ...KEY_STATES,
    ended: { type: 'final', meta: { outcome: 'ended' } },
    expired: { type: 'final', meta: { outcome: 'expired' } },
  },
  on: {
    END: '#permit.ended',
    CLOCK_DUE: { target: '#permit.expired', guard: byClock('permit-end') },
    CASE_ENDED: '#permit.ended',
  },
};
