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

const END_REASONS = ['processing-finished', 'given-up-by-user', 'revoked', 'other'] as const;

class EndPermitPayload extends ReasonPayload {
  @InLedger()
  @IsIn(END_REASONS)
  code!: (typeof END_REASONS)[number];
}

export const EVENTS = {
  END: { roles: ['decision_maker'], payload: EndPermitPayload },
  CASE_ENDED: { roles: [], payload: EmptyPayload, internal: true },
} satisfies Record<string, EventSpec>;

interface PermitContext {
  readonly datasets: readonly string[];
}

/** A permit from acceptance until it ends. Amendment, renewal and revocation are deepened later. */
export const MACHINE: WorkflowConfig<never, keyof typeof EVENTS, PermitContext> = {
  key: 'permit',
  version: 1,
  stages: {},
  context: (input: Recorded | undefined) => ({
    datasets: (input?.datasets as readonly string[] | undefined) ?? [],
  }),
  initial: 'in-force',
  states: {
    'in-force': {
      meta: { stage: 'none', activity: 'assigned', party: 'user', clocks: { starts: ['permit-end'] } },
      on: {
        END: 'ended',
        CLOCK_DUE: { target: 'expired', guard: byClock('permit-end') },
        CASE_ENDED: 'ended',
      },
    },
    ended: { type: 'final', meta: { outcome: 'ended' } },
    expired: { type: 'final', meta: { outcome: 'expired' } },
  },
};
