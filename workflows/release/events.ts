import { EmptyPayload, type EventSpec, NotePayload, ReasonPayload } from '@ledtid/workflow';
import {
  AnswerClarificationPayload,
  AskClarificationPayload,
  CancelPayload,
  DeferPayload,
  DependencyPayload,
  FailedPayload,
  ProducedPayload,
  PseudonymisedPayload,
  RefuseReleasePayload,
  ReleaseDecidedPayload,
  ReturnPayload,
} from './payloads';

/** The holder's part. */
const HOLDER = {
  START: { roles: ['applicant', 'case_officer'], payload: NotePayload },
  DEFER: { roles: ['applicant', 'case_officer'], payload: DeferPayload },
  ASK_CLARIFICATION: { roles: ['data_holder'], payload: AskClarificationPayload },
  ANSWER_CLARIFICATION: { roles: ['applicant', 'case_officer'], payload: AnswerClarificationPayload },
  RELEASE_DECIDED: { roles: ['data_holder'], payload: ReleaseDecidedPayload },
  REFUSE_RELEASE: { roles: ['data_holder'], payload: RefuseReleasePayload },
  EXTRACT: { roles: ['data_holder'], payload: EmptyPayload },
  RETRY_EXTRACTION: { roles: ['data_holder', 'data_engineer'], payload: NotePayload, preparation: true },
} satisfies Record<string, EventSpec>;

/** The body's part, by people. */
const BODY = {
  RETRY: { roles: ['data_engineer'], payload: NotePayload, preparation: true },
  RETURN_TO_HOLDER: {
    roles: ['data_engineer'],
    payload: ReturnPayload,
    preparation: true,
    quality: 'return',
  },
  RELEASE_FINDINGS: { roles: ['data_engineer'], payload: ReasonPayload, preparation: true },
  CONFIRM_RECEIPT: { roles: ['environment_operator'], payload: NotePayload },
  OPEN_ACCESS: { roles: ['environment_operator'], payload: NotePayload },
  CANCEL: { roles: ['case_officer'], payload: CancelPayload },
} satisfies Record<string, EventSpec>;

/** What automatic steps report, and what relatives tell. */
const INTERNAL = {
  EXTRACTED: { roles: [], payload: ProducedPayload, internal: true },
  EXTRACTION_FAILED: { roles: [], payload: FailedPayload, internal: true },
  RECEIVED_INTACT: { roles: [], payload: ProducedPayload, internal: true },
  RECEIVED_DEVIATING: { roles: [], payload: FailedPayload, internal: true },
  RECEPTION_FAILED: { roles: [], payload: FailedPayload, internal: true },
  PSEUDONYMISED: { roles: [], payload: PseudonymisedPayload, internal: true },
  PSEUDONYMISATION_FAILED: { roles: [], payload: FailedPayload, internal: true },
  DELIVERED: { roles: [], payload: ProducedPayload, internal: true },
  DELIVERY_FAILED: { roles: [], payload: FailedPayload, internal: true },
  DEPENDENCY_YIELDED: { roles: [], payload: DependencyPayload, internal: true },
  DEPENDENCY_LOST: { roles: [], payload: DependencyPayload, internal: true },
  CASE_ENDED: { roles: [], payload: EmptyPayload, internal: true },
} satisfies Record<string, EventSpec>;

export const EVENTS = { ...HOLDER, ...BODY, ...INTERNAL };

export type ReleaseEvent = keyof typeof EVENTS;

export const STAGES = {
  'secrecy-review': { roles: ['data_holder'] },
  extraction: { roles: ['data_holder'] },
  reception: { roles: ['data_engineer'] },
  pseudonymisation: { roles: ['data_engineer'] },
  delivery: { roles: ['data_engineer'] },
  access: { roles: ['environment_operator'] },
} as const;

export type ReleaseStage = keyof typeof STAGES;
