import {
  type ChildRequest,
  EmptyPayload,
  InLedger,
  type Workflow,
  defineWorkflow,
  effect,
  milestone,
  remember,
  workedStage,
} from '@ledtid/workflow';
import { IsArray, IsOptional, IsString } from 'class-validator';

const same = (text: string) => ({ sv: text, en: text });
const texts = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, same(key)]));

class AskPayload {
  @InLedger()
  @IsArray()
  @IsString({ each: true })
  holders!: string[];

  @IsOptional()
  @IsString()
  question?: string;
}

interface Context {
  open: number;
}

const inquiryOf = (holder: string): ChildRequest => ({
  ...{
    workflow: 'example-inquiry',
    holder,
    part: null,
    occasion: null,
    track: null,
    dependsOn: [],
    input: {},
  },
});

/** Two reviews side by side, an inquiry to each holder, a decision by a third: small, but every mechanism. */
export const exampleCase: Workflow = defineWorkflow(
  {
    key: 'example-case',
    version: 1,
    stages: {
      check: { roles: ['case_officer'] },
      law: { roles: ['legal_reviewer'] },
      data: { roles: ['technical_reviewer'] },
      decision: { roles: ['decision_maker'] },
    },
    form: {
      version: 1,
      schema: {
        type: 'object',
        required: ['title'],
        additionalProperties: false,
        properties: {
          title: { type: 'string', minLength: 1 },
          purpose: { enum: ['53-1-c', '53-1-e'], 'x-characteristic': 'purpose' },
        },
      },
      facts: () => ({}),
    },
    context: (): Context => ({ open: 0 }),
    guards: {
      'no-holder-named': ({ event }) =>
        event.record.holders === undefined || (event.record.holders as string[]).length > 0,
      'holders-outstanding': ({ context }) => context.open <= 1,
    },
    initial: 'draft',
    on: { WITHDRAW: { target: '.withdrawn' } },
    states: {
      draft: {
        meta: { stage: 'none', activity: 'assigned', party: 'applicant' },
        on: { SUBMIT: { target: 'check', actions: milestone('submitted') } },
      },
      check: workedStage({
        stage: 'check',
        party: 'hdab',
        clocks: { starts: ['pre-screening'] },
        on: {
          ASK_APPLICANT: '#example-case.completion',
          PASS: '#example-case.review',
        },
      }),
      completion: {
        meta: {
          stage: 'check',
          activity: 'paused',
          party: 'applicant',
          cause: 'applicant-answer',
          clocks: { starts: ['completion'] },
        },
        on: { SUBMIT: 'check', CLOCK_DUE: { target: 'withdrawn' } },
      },
      review: {
        type: 'parallel',
        onDone: 'decision',
        states: {
          law: {
            initial: 'work',
            states: {
              work: workedStage({
                stage: 'law',
                party: 'hdab',
                clocks: { meets: ['pre-screening', 'completion'], starts: ['permit-decision'] },
                resumed: { starts: ['permit-decision'] },
                on: { FINISH_LAW: '#example-case.review.law.done', ASK_ETHICS: 'ethics' },
                beside: {
                  ethics: {
                    meta: {
                      stage: 'law',
                      activity: 'paused',
                      party: 'ethics',
                      cause: 'ethics-amendment',
                      clocks: { pauses: ['permit-decision'] },
                    },
                    on: { ANSWER_ETHICS: 'assigned' },
                  },
                },
              }),
              done: { type: 'final' },
            },
          },
          data: {
            initial: 'work',
            states: {
              work: workedStage({
                stage: 'data',
                party: 'hdab',
                on: {
                  FINISH_DATA: '#example-case.review.data.done',
                  ASK_HOLDERS: {
                    target: 'holders',
                    guard: 'no-holder-named',
                    actions: [
                      remember(AskPayload, ({ record }) => ({ open: record.holders.length })),
                      effect(({ record }) => ({
                        kind: 'open-children',
                        children: (record.holders as string[]).map(inquiryOf),
                      })),
                    ],
                  },
                },
                beside: {
                  holders: {
                    meta: { stage: 'data', activity: 'paused', party: 'holder', cause: 'other-holder' },
                    on: {
                      HOLDER_ANSWERED: [
                        { target: 'assigned', guard: 'holders-outstanding', actions: answered() },
                        { actions: answered() },
                      ],
                    },
                  },
                },
              }),
              done: { type: 'final' },
            },
          },
        },
      },
      decision: workedStage({
        stage: 'decision',
        party: 'hdab',
        on: { DECIDE: '#example-case.granted' },
      }),
      granted: { type: 'final', meta: { outcome: 'access', clocks: { meets: ['permit-decision'] } } },
      withdrawn: { type: 'final', meta: { outcome: 'withdrawn' } },
    },
  },
  {
    SUBMIT: { roles: ['applicant'], payload: EmptyPayload, submits: true },
    WITHDRAW: { roles: ['applicant'], payload: EmptyPayload },
    ASK_APPLICANT: { roles: ['case_officer'], payload: EmptyPayload },
    PASS: { roles: ['case_officer'], payload: EmptyPayload },
    FINISH_LAW: { roles: ['legal_reviewer'], payload: EmptyPayload, assessment: true },
    ASK_ETHICS: { roles: ['legal_reviewer'], payload: EmptyPayload },
    ANSWER_ETHICS: { roles: ['legal_reviewer'], payload: EmptyPayload },
    FINISH_DATA: { roles: ['technical_reviewer'], payload: EmptyPayload, assessment: true },
    ASK_HOLDERS: { roles: ['technical_reviewer'], payload: AskPayload },
    HOLDER_ANSWERED: { roles: [], payload: EmptyPayload, internal: true },
    DECIDE: { roles: ['decision_maker'], payload: EmptyPayload, decision: true },
  },
  {
    name: same('example'),
    stages: texts('check', 'law', 'data', 'decision'),
    states: texts('draft', 'completion', 'review.law.work.ethics', 'review.data.work.holders'),
    events: texts(
      ...['SUBMIT', 'WITHDRAW', 'ASK_APPLICANT', 'PASS', 'FINISH_LAW', 'ASK_ETHICS', 'ANSWER_ETHICS'],
      ...['FINISH_DATA', 'ASK_HOLDERS', 'HOLDER_ANSWERED', 'DECIDE'],
    ),
    fields: texts('title', 'purpose', 'holders'),
    refusals: texts('no-holder-named', 'holders-outstanding'),
    outcomes: texts('access', 'withdrawn'),
  },
);

function answered() {
  return remember(EmptyPayload, ({ context }: { context: Context }) => ({ open: context.open - 1 }));
}

export const exampleInquiry: Workflow = defineWorkflow(
  {
    key: 'example-inquiry',
    version: 1,
    stages: { inquiry: { roles: ['data_holder'] } },
    context: () => ({}),
    initial: 'asked',
    states: {
      asked: workedStage({
        stage: 'inquiry',
        party: 'holder',
        clocks: { starts: ['feasibility-answer'] },
        on: {
          ANSWER: {
            target: '#example-inquiry.answered',
            actions: effect(() => ({ kind: 'tell-parent', type: 'HOLDER_ANSWERED', record: {} })),
          },
        },
      }),
      answered: { type: 'final', meta: { outcome: 'answered', clocks: { meets: ['feasibility-answer'] } } },
    },
  },
  { ANSWER: { roles: ['data_holder', 'legal_reviewer'], payload: EmptyPayload, preparation: true } },
  {
    name: same('inquiry'),
    stages: texts('inquiry'),
    states: {},
    events: texts('ANSWER'),
    fields: texts(),
    refusals: {},
    outcomes: texts('answered'),
  },
);
