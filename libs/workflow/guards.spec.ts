import { EmptyPayload } from './common-payloads';
import { defineWorkflow } from './define-workflow';
import { allOf } from './guards';
import { ownStage } from './own-stage';
import { begin, step } from './step';

const TEXT = { sv: 'text', en: 'text' };
const event = (record = {}) => ({ type: 'ANSWER', record, actor: 'a', at: '2026-01-01T00:00:00.000Z' });

const workflow = defineWorkflow(
  {
    key: 'example',
    version: 1,
    stages: { inquiry: { roles: ['data_holder'] } },
    context: () => ({}),
    guards: {
      'too-short': ({ event: { record } }) => record.length !== 'short',
      'wrong-place': ({ event: { record } }, params) =>
        record.place === undefined || record.place === params.place,
    },
    initial: 'asked',
    states: {
      asked: ownStage({
        stage: 'inquiry',
        party: 'holder',
        on: {
          ANSWER: [
            {
              target: ['#example.both.left.b', '#example.both.right.b'],
              guard: allOf('too-short', { type: 'wrong-place', params: { place: 'here' } }),
            },
          ],
        },
      }),
      both: {
        type: 'parallel',
        states: { left: region(), right: region() },
      },
    },
  },
  { ANSWER: { roles: ['data_holder'], payload: EmptyPayload } },
  { name: TEXT, stages: {}, states: {}, events: {}, fields: {}, refusals: {}, outcomes: {} },
);

function region() {
  const meta = { stage: 'none', activity: 'waiting', party: 'hdab' } as const;
  return { initial: 'a', states: { a: { meta }, b: { meta } } };
}

describe('several guards on one transition', () => {
  const { snapshot } = begin(workflow, {});

  it('refuse with the name of the first that says no', () => {
    expect(step(workflow, snapshot, event({ length: 'short', place: 'there' }))).toEqual({
      refused: 'too-short',
    });
    expect(step(workflow, snapshot, event({ place: 'there' }))).toEqual({ refused: 'wrong-place' });
  });

  it('let the event through when all hold, into several regions at once', () => {
    expect(step(workflow, snapshot, event())).toMatchObject({
      snapshot: { value: { both: { left: 'b', right: 'b' } } },
    });
  });
});

describe('a stage of an applicant or a holder', () => {
  it('can be answered before and after somebody took it, and is never paused', () => {
    const { snapshot } = begin(workflow, {});
    const claimed = step(workflow, snapshot, { ...event(), type: 'CLAIM', record: { stage: 'inquiry' } });
    if ('refused' in claimed) throw new Error(claimed.refused);
    expect(claimed.leaves).toMatchObject([
      { path: 'asked.assigned', meta: { activity: 'assigned', party: 'holder' } },
    ]);
    expect(step(workflow, claimed.snapshot, event())).toMatchObject({ snapshot: { status: 'active' } });
    expect([...workflow.leaves.keys()]).not.toContain('asked.paused');
  });
});
