import { EmptyPayload, InLedger, type Workflow, defineWorkflow, inStage } from '@ledtid/workflow';
import { IsInt, IsOptional, IsString } from 'class-validator';

class FailedPayload {
  @InLedger()
  @IsString()
  code!: string;

  @InLedger()
  @IsOptional()
  @IsInt()
  attempt?: number;
}

const same = (text: string) => ({ sv: text, en: text });
const CRUNCH = { stage: 'crunch', party: 'hdab' } as const;

/** A case with one step that the worker executes: it runs, fails, and is driven again. */
export const exampleStep: Workflow = defineWorkflow(
  {
    key: 'example-step',
    version: 1,
    stages: { crunch: { roles: ['data_engineer'] } },
    form: { version: 1, schema: { type: 'object' }, facts: () => ({}) },
    context: () => ({}),
    initial: 'draft',
    states: {
      draft: {
        meta: { stage: 'none', activity: 'assigned', party: 'applicant' },
        on: { SUBMIT: { target: 'work' } },
      },
      work: {
        initial: 'crunching',
        states: {
          crunching: {
            meta: { ...CRUNCH, activity: 'assigned', executed: true },
            on: { CRUNCHED: { target: '#example-step.crunched' }, CRUNCH_FAILED: { target: 'failed' } },
          },
          failed: {
            meta: { ...CRUNCH, activity: 'waiting' },
            on: { RETRY: { target: 'crunching' }, SET_CAUSE: { target: 'failed', guard: inStage('crunch') } },
          },
        },
      },
      crunched: { type: 'final', meta: { outcome: 'access' } },
    },
  },
  {
    SUBMIT: { roles: ['applicant'], payload: EmptyPayload, submits: true },
    CRUNCHED: { roles: [], payload: EmptyPayload, internal: true },
    CRUNCH_FAILED: { roles: [], payload: FailedPayload, internal: true },
    RETRY: { roles: ['data_engineer'], payload: EmptyPayload },
  },
  {
    name: same('example step'),
    stages: { crunch: same('crunch') },
    states: { draft: same('draft'), 'work.crunching': same('crunching'), 'work.failed': same('failed') },
    events: {
      SUBMIT: same('SUBMIT'),
      CRUNCHED: same('CRUNCHED'),
      CRUNCH_FAILED: same('CRUNCH_FAILED'),
      RETRY: same('RETRY'),
    },
    fields: { code: same('code'), attempt: same('attempt') },
    refusals: {},
    outcomes: { access: same('access') },
  },
);
