import { EmptyPayload } from './common-payloads';
import { defineWorkflow } from './define-workflow';
import { WorkflowDefinitionError, WorkflowRegistry } from './registry';
import { begin, step } from './step';
import { workedStage } from './worked-stage';
import { effect, remember } from './effects';

const TEXT = { sv: 'text', en: 'text' };
const TEXTS = {
  name: TEXT,
  stages: { review: TEXT },
  states: {},
  events: { FINISH: TEXT },
  fields: {},
  refusals: { 'too-few': TEXT },
  outcomes: { done: TEXT },
};
const EVENTS = { FINISH: { roles: ['case_officer'], payload: EmptyPayload } } as const;
const MACHINE = {
  key: 'example',
  version: 1,
  stages: { review: { roles: ['case_officer'] } },
  context: () => ({ count: 0 }),
  guards: { 'too-few': ({ context }: { context: object }) => (context as { count: number }).count >= 0 },
  initial: 'review',
} as const;

function example(overrides: Partial<typeof TEXTS> = {}) {
  return defineWorkflow(
    {
      ...MACHINE,
      states: {
        review: workedStage({
          stage: 'review',
          party: 'hdab',
          clocks: { starts: ['permit-decision'] },
          on: {
            FINISH: {
              target: '#example.done',
              guard: 'too-few',
              actions: [
                remember(EmptyPayload, ({ context }: { context: { count: number } }) => ({
                  count: context.count + 1,
                })),
                effect(() => ({ kind: 'milestone', key: 'access' })),
              ],
            },
          },
        }),
        done: { type: 'final', meta: { outcome: 'done' } },
      },
    },
    EVENTS,
    { ...TEXTS, ...overrides },
  );
}

const event = (type: string, record = {}) => ({ type, record, actor: 'a', at: '2026-01-01T00:00:00.000Z' });

describe('a workflow declaration', () => {
  it('does not compile where a leaf has no meta, a party is unknown, a stage is not listed or an event is not declared', () => {
    const declare = () => {
      // @ts-expect-error a leaf without meta
      defineWorkflow({ ...MACHINE, states: { review: { on: { FINISH: 'done' } } } }, EVENTS, TEXTS);
      const wrongParty = { stage: 'review', activity: 'waiting', party: 'nobody' } as const;
      // @ts-expect-error a party that does not exist
      defineWorkflow({ ...MACHINE, states: { review: { meta: wrongParty } } }, EVENTS, TEXTS);
      const wrongStage = { stage: 'elsewhere', activity: 'waiting', party: 'hdab' } as const;
      // @ts-expect-error a stage that the workflow does not list
      defineWorkflow({ ...MACHINE, states: { review: { meta: wrongStage } } }, EVENTS, TEXTS);
      const good = { stage: 'review', activity: 'waiting', party: 'hdab' } as const;
      // @ts-expect-error an event that is not declared
      defineWorkflow({ ...MACHINE, states: { review: { meta: good, on: { OTHER: 'x' } } } }, EVENTS, TEXTS);
      const nested = { meta: good, initial: 'a', states: {} } as const;
      // @ts-expect-error a meta on a state that has children
      defineWorkflow({ ...MACHINE, states: { review: nested } }, EVENTS, TEXTS);
    };
    expect(declare).toBeDefined();
  });

  it('steps purely: the next state and what it wants done come back as data', () => {
    const workflow = example();
    const started = begin(workflow, {});
    expect(started.leaves.map((leaf) => leaf.path)).toEqual(['review.waiting']);
    const claimed = step(workflow, started.snapshot, event('CLAIM', { stage: 'review' }));
    if ('refused' in claimed) throw new Error(claimed.refused);
    const finished = step(workflow, claimed.snapshot, event('FINISH'));
    expect(finished).toMatchObject({
      snapshot: { value: 'done', status: 'done', context: { count: 1 } },
      final: { path: 'done', meta: { outcome: 'done' } },
      effects: [{ kind: 'milestone', key: 'access' }],
    });
  });

  it('refuses an event that no state takes, and one whose guard says no, by that guard’s name', () => {
    const workflow = example();
    const { snapshot } = begin(workflow, {});
    expect(step(workflow, snapshot, event('FINISH'))).toEqual({ refused: 'not-possible-now' });
    expect(step(workflow, snapshot, event('CLAIM', { stage: 'other' }))).toEqual({
      refused: 'stage-not-active',
    });
  });
});

describe('the registry', () => {
  const clocks = new Set(['permit-decision']);
  const causes = new Set<string>();

  it('takes a complete workflow and lists its stages', () => {
    expect(new WorkflowRegistry([example()], { clocks, causes }).stages()).toEqual(['review']);
  });

  it.each([
    [
      'a clock key without configuration',
      () => new WorkflowRegistry([example()], { clocks: new Set(), causes }),
      /permit-decision/,
    ],
    [
      'a missing text',
      () => new WorkflowRegistry([example({ stages: {} as never })], { clocks, causes }),
      /stage review lacks/,
    ],
    [
      'a missing refusal text',
      () => new WorkflowRegistry([example({ refusals: {} as never })], { clocks, causes }),
      /too-few/,
    ],
    [
      'the same key twice',
      () => new WorkflowRegistry([example(), example()], { clocks, causes }),
      /two workflows/,
    ],
    [
      'an event without roles',
      () => new WorkflowRegistry([withoutRoles()], { clocks, causes }),
      /FINISH has no roles/,
    ],
    [
      'an event that nothing handles',
      () => new WorkflowRegistry([withUnhandled()], { clocks, causes }),
      /LOST is handled by no state/,
    ],
    [
      'an executed leaf that a person can take',
      () => new WorkflowRegistry([executed({ stage: 'review' })], { clocks, causes }),
      /review\.waiting is executed, but takes CLAIM/,
    ],
    [
      'a wait of which nobody could say why',
      () => new WorkflowRegistry([withoutAnswer()], { clocks, causes }),
      /review stands without a cause and takes no SET_CAUSE/,
    ],
    [
      'an executed leaf without a queue',
      () => new WorkflowRegistry([executed({ stage: 'none' })], { clocks, causes }),
      /review\.waiting is executed, but of no stage/,
    ],
    [
      'a form that marks a field with what no list has',
      () => new WorkflowRegistry([withForm({ 'x-characteristic': 'colour' })], { clocks, causes }),
      /colour is no kind/,
    ],
  ])('refuses to boot on %s, naming the fix', (_name, boot, message) => {
    expect(boot).toThrow(WorkflowDefinitionError);
    expect(boot).toThrow(message);
  });
});

function withoutRoles() {
  return { ...example(), events: { ...example().events, FINISH: { roles: [], payload: EmptyPayload } } };
}

function withoutAnswer() {
  const meta = { stage: 'review', activity: 'waiting', party: 'hdab' } as const;
  const done = { type: 'final', meta: { outcome: 'done' } } as const;
  return defineWorkflow({ ...MACHINE, states: { review: { meta, on: { FINISH: 'done' } }, done } }, EVENTS, {
    ...TEXTS,
    states: { review: TEXT },
  });
}

/** As if the worker did what `review.waiting` waits for. */
function executed(meta: { stage: string }) {
  const workflow = example();
  const leaf = workflow.leaves.get('review.waiting')!;
  const leaves = new Map(workflow.leaves).set(leaf.path, {
    ...leaf,
    meta: { ...leaf.meta, ...meta, executed: true },
  });
  return { ...workflow, leaves };
}

function withForm(schema: object) {
  return { ...example(), form: { version: 1, schema: { ...schema }, facts: () => ({}) } };
}

function withUnhandled() {
  const workflow = example();
  const events = { ...workflow.events, LOST: EVENTS.FINISH };
  return {
    ...workflow,
    events,
    texts: { ...workflow.texts, events: { ...workflow.texts.events, LOST: TEXT } },
  };
}
