import {
  EmptyPayload,
  type EventSpec,
  type MachineAction,
  type Recorded,
  type WorkflowConfig,
  effect,
  ownStage,
} from '@ledtid/workflow';
import { AnswerInquiryPayload, DeclineInquiryPayload } from './payloads';

export const EVENTS = {
  ANSWER_INQUIRY: { roles: ['data_holder'], payload: AnswerInquiryPayload },
  DECLINE_INQUIRY: { roles: ['data_holder'], payload: DeclineInquiryPayload },
  CASE_MOVED_ON: { roles: [], payload: EmptyPayload, internal: true },
} satisfies Record<string, EventSpec>;

interface InquiryContext {
  readonly datasets: readonly string[];
  readonly holder: string | null;
}

function tells(outcome: 'answered' | 'declined'): MachineAction {
  return effect<InquiryContext>(({ context }) => ({
    kind: 'tell-parent',
    type: 'HOLDER_ANSWERED',
    record: { outcome, holder: context.holder },
  }));
}

/** What one holder is asked of one application, from asked to answered. */
export const MACHINE: WorkflowConfig<'feasibility-inquiry', keyof typeof EVENTS, InquiryContext> = {
  key: 'feasibility-inquiry',
  version: 1,
  stages: { 'feasibility-inquiry': { roles: ['data_holder'] } },
  context: (input: Recorded | undefined) => ({
    datasets: (input?.datasets as readonly string[] | undefined) ?? [],
    holder: (input?.holder as string | null | undefined) ?? null,
  }),
  initial: 'asked',
  states: {
    asked: ownStage({
      stage: 'feasibility-inquiry',
      party: 'holder',
      clocks: { starts: ['feasibility-answer'] },
      on: {
        ANSWER_INQUIRY: { target: '#feasibility-inquiry.answered', actions: tells('answered') },
        DECLINE_INQUIRY: { target: '#feasibility-inquiry.declined', actions: tells('declined') },
      },
    }),
    answered: { type: 'final', meta: { outcome: 'answered', clocks: { meets: ['feasibility-answer'] } } },
    declined: { type: 'final', meta: { outcome: 'declined', clocks: { meets: ['feasibility-answer'] } } },
    cancelled: { type: 'final', meta: { outcome: 'cancelled' } },
  },
  on: { CASE_MOVED_ON: '#feasibility-inquiry.cancelled' },
};
