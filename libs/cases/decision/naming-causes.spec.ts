import { EmptyPayload, type EventSpec, defineWorkflow, inStage } from '@ledtid/workflow';
import { MemoryFamily, configurationOf, person } from '../../../test/support/memory-family';
import { isRefusal } from './command';

const same = (text: string) => ({ sv: text, en: text });
const guard = inStage('extraction');
const EVENTS = {
  SUBMIT: { roles: ['applicant'], payload: EmptyPayload, submits: true },
  DEFER: { roles: ['applicant'], payload: EmptyPayload },
  EXTRACTED: { roles: ['data_holder'], payload: EmptyPayload },
} satisfies Record<string, EventSpec>;

/** A holder's stage that stands still as long as the user wishes it. */
const deferrable = defineWorkflow(
  {
    key: 'deferrable',
    version: 1,
    stages: { extraction: { roles: ['data_holder'] } },
    form: { version: 1, schema: { type: 'object' }, facts: () => ({}) },
    context: () => ({}),
    initial: 'draft',
    states: {
      draft: {
        meta: { stage: 'none', activity: 'assigned', party: 'applicant' },
        on: { SUBMIT: 'requested' },
      },
      requested: {
        meta: { stage: 'extraction', activity: 'waiting', party: 'holder' },
        on: { DEFER: 'deferred', EXTRACTED: 'extracted', SET_CAUSE: { target: 'requested', guard } },
      },
      deferred: {
        meta: { stage: 'extraction', activity: 'paused', party: 'user' },
        on: { SET_CAUSE: { target: 'deferred', guard } },
      },
      extracted: { type: 'final', meta: { outcome: 'access' } },
    },
  },
  EVENTS,
  {
    name: same('deferrable'),
    stages: { extraction: same('extraction') },
    states: { draft: same('draft'), requested: same('requested'), deferred: same('deferred') },
    events: { SUBMIT: same('submit'), DEFER: same('defer'), EXTRACTED: same('extracted') },
    fields: {},
    refusals: {},
    outcomes: { access: same('access') },
  },
);

const anna = person('anna', 'applicant');
const region = person('region', 'data_holder');
const operator = person('operator', 'environment_operator');
const payload = { stage: 'extraction', cause: 'user-funding' };

describe('naming the cause of a wait', () => {
  let family: MemoryFamily;
  beforeEach(() => {
    family = new MemoryFamily(deferrable, configurationOf([deferrable]), anna);
    family.must('SUBMIT', anna);
  });

  function codeOf(sender: typeof anna): string {
    const answer = family.send('SET_CAUSE', sender, { payload });
    return isRefusal(answer) ? answer.code : 'taken';
  }

  it('is for those who work the stage, and for nobody whose turn it is not', () => {
    expect([anna, operator, region].map(codeOf)).toEqual(['role-missing', 'role-missing', 'taken']);
  });

  it('is for the party whose turn it is too, though others work the stage', () => {
    const { actions } = family.must('DEFER', anna);
    const offered = { type: 'SET_CAUSE', stage: 'extraction', possible: true, why: null };
    expect(actions).toContainEqual(offered);
    expect([operator, anna, region].map(codeOf)).toEqual(['role-missing', 'taken', 'taken']);
  });
});
