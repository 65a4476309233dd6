import {
  EmptyPayload,
  InLedger,
  NotePayload,
  defineWorkflow,
  milestone,
  workedStage,
} from '@ledtid/workflow';
import { IsIn } from 'class-validator';

const LENGTHS = ['week', 'month'] as const;

class LendPayload extends NotePayload {
  @InLedger()
  @IsIn(LENGTHS)
  length!: (typeof LENGTHS)[number];
}

/** A kind of case that has nothing to do with health data: who wants to borrow a machine asks, and an officer lends it. */
export const workflow = defineWorkflow(
  {
    key: 'machine-loan',
    version: 1,
    stages: { lending: { roles: ['case_officer'] } },
    form: {
      version: 1,
      schema: {
        type: 'object',
        required: ['machine', 'noise'],
        additionalProperties: false,
        'x-sections': [{ key: 'wish', title: { sv: 'Önskemål', en: 'Wish' } }],
        properties: {
          machine: { type: 'string', minLength: 1, maxLength: 100, 'x-section': 'wish' },
          noise: { enum: ['quiet', 'loud'], 'x-section': 'wish' },
        },
      },
      facts: () => ({}),
    },
    context: () => ({}),
    initial: 'draft',
    states: {
      draft: {
        meta: { stage: 'none', activity: 'assigned', party: 'applicant' },
        on: { SUBMIT: { target: 'lending', actions: milestone('submitted') } },
      },
      lending: workedStage({
        ...{ stage: 'lending', party: 'hdab' },
        on: { LEND: { target: '#machine-loan.lent', actions: milestone('access') } },
      }),
      lent: { type: 'final', meta: { outcome: 'lent' } },
    },
  },
  {
    SUBMIT: { roles: ['applicant'], payload: EmptyPayload, submits: true },
    LEND: { roles: ['case_officer'], payload: LendPayload },
  },
  {
    name: { sv: 'Lån av maskin', en: 'Loan of a machine' },
    stages: { lending: { sv: 'Utlåning', en: 'Lending' } },
    states: { draft: { sv: 'Utkast', en: 'Draft' } },
    events: {
      SUBMIT: { sv: 'Begär lånet', en: 'Ask for the loan' },
      LEND: { sv: 'Låna ut', en: 'Lend it' },
    },
    fields: {
      machine: { sv: 'Maskin', en: 'Machine' },
      noise: { sv: 'Ljud', en: 'Noise' },
      length: { sv: 'Hur länge', en: 'How long' },
    },
    codes: {
      quiet: { sv: 'Tyst', en: 'Quiet' },
      loud: { sv: 'Högljudd', en: 'Loud' },
      week: { sv: 'En vecka', en: 'A week' },
      month: { sv: 'En månad', en: 'A month' },
    },
    refusals: {},
    outcomes: { lent: { sv: 'Utlånad', en: 'Lent' } },
  },
);
