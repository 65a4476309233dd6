import { EmptyPayload, type EventSpec, NotePayload, ReasonPayload } from '@ledtid/workflow';
import {
  AppealDecidedPayload,
  AskApplicantPayload,
  AskHoldersPayload,
  ChangeScopePayload,
  DismissPayload,
  EthicsAmendmentPayload,
  EthicsNotNeededPayload,
  FinishLegalReviewPayload,
  FinishPrequalificationPayload,
  FinishTechnicalReviewPayload,
  GiveStatementPayload,
  GrantPayload,
  HearApplicantPayload,
  HolderAnsweredPayload,
  RecordEthicsPayload,
  RefusePayload,
  ReleaseEndedPayload,
  ReleaseToldPayload,
  ReopenReviewPayload,
  RequestCompletionPayload,
  WithdrawPayload,
} from './payloads';

/** The application up to its assessment. */
const INTAKE = {
  SUBMIT: { roles: ['applicant'], payload: EmptyPayload, submits: true },
  WITHDRAW: { roles: ['applicant', 'case_officer'], payload: WithdrawPayload },
  REQUEST_COMPLETION: { roles: ['case_officer'], payload: RequestCompletionPayload, quality: 'completion' },
  COMPLETE: { roles: ['applicant'], payload: NotePayload, submits: true },
  DISMISS: { roles: ['case_officer'], payload: DismissPayload },
  FINISH_PREQUALIFICATION: { roles: ['case_officer'], payload: FinishPrequalificationPayload },
} satisfies Record<string, EventSpec>;

/** The ethics series: the applicant hands in what the authority decided, the body records and judges it. */
const ETHICS = {
  RECORD_ETHICS: { roles: ['applicant', 'case_officer', 'legal_reviewer'], payload: RecordEthicsPayload },
  RECORD_ETHICS_NOT_NEEDED: { roles: ['case_officer', 'legal_reviewer'], payload: EthicsNotNeededPayload },
  REQUEST_ETHICS_AMENDMENT: { roles: ['legal_reviewer'], payload: EthicsAmendmentPayload },
} satisfies Record<string, EventSpec>;

const REVIEW = {
  ASK_APPLICANT: { roles: ['legal_reviewer'], payload: AskApplicantPayload, quality: 'completion' },
  ANSWER: { roles: ['applicant'], payload: NotePayload, submits: true },
  FINISH_LEGAL_REVIEW: { roles: ['legal_reviewer'], payload: FinishLegalReviewPayload, assessment: true },
  ASK_HOLDERS: { roles: ['technical_reviewer'], payload: AskHoldersPayload },
  HOLDER_ANSWERED: { roles: [], payload: HolderAnsweredPayload, internal: true },
  GO_ON_WITHOUT_ANSWER: { roles: ['technical_reviewer'], payload: ReasonPayload },
  FINISH_TECHNICAL_REVIEW: {
    roles: ['technical_reviewer'],
    payload: FinishTechnicalReviewPayload,
    assessment: true,
  },
  CHANGE_SCOPE: { roles: ['case_officer', 'decision_maker'], payload: ChangeScopePayload },
} satisfies Record<string, EventSpec>;

const DECISION = {
  HEAR_APPLICANT: { roles: ['decision_maker'], payload: HearApplicantPayload },
  GIVE_STATEMENT: { roles: ['applicant'], payload: GiveStatementPayload },
  END_HEARING: { roles: ['decision_maker'], payload: ReasonPayload },
  REOPEN_REVIEW: { roles: ['decision_maker'], payload: ReopenReviewPayload, quality: 'return' },
  GRANT: { roles: ['decision_maker'], payload: GrantPayload, decision: true },
  REFUSE: { roles: ['decision_maker'], payload: RefusePayload, decision: true },
  ANSWER_WITH_STATISTICS: { roles: ['decision_maker'], payload: ReasonPayload, decision: true },
  ACCEPT: { roles: ['applicant'], payload: NotePayload },
  REJECT: { roles: ['applicant'], payload: NotePayload },
  APPEAL: { roles: ['applicant'], payload: NotePayload },
  RECORD_APPEAL_DECISION: { roles: ['case_officer'], payload: AppealDecidedPayload },
} satisfies Record<string, EventSpec>;

const RELEASING = {
  RECORD_FEE_AGREEMENT: { roles: ['case_officer'], payload: NotePayload },
  RELEASE_YIELDED: { roles: [], payload: ReleaseToldPayload, internal: true },
  RELEASE_ENDED: { roles: [], payload: ReleaseEndedPayload, internal: true },
} satisfies Record<string, EventSpec>;

export const EVENTS = { ...INTAKE, ...ETHICS, ...REVIEW, ...DECISION, ...RELEASING };

export type ApplicationEvent = keyof typeof EVENTS;

export const STAGES = {
  prequalification: { roles: ['case_officer'] },
  completion: { roles: ['applicant'] },
  'legal-review': { roles: ['legal_reviewer'] },
  'technical-feasibility': { roles: ['technical_reviewer'] },
  decision: { roles: ['decision_maker'] },
  acceptance: { roles: ['applicant'] },
} as const;

export type ApplicationStage = keyof typeof STAGES;
