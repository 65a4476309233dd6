import { EmptyPayload } from './common-payloads';
import { defineWorkflow } from './define-workflow';
import { diagramsOf } from './diagram';
import { clockUses, structureOf } from './structure';

const TEXT = { sv: 'text', en: 'text' };
const META = { stage: 'none', activity: 'waiting', party: 'hdab' } as const;

const workflow = defineWorkflow(
  {
    key: 'example',
    version: 1,
    stages: {},
    context: () => ({}),
    guards: { 'too-late': () => true },
    initial: 'first',
    states: {
      first: {
        initial: 'in-a',
        states: {
          'in-a': { meta: { ...META, clocks: { starts: ['permit-decision'] } }, on: { GO: 'in-b' } },
          'in-b': { meta: META },
        },
        on: { LEAVE: { target: 'over', guard: 'too-late' } },
      },
      over: { type: 'final', meta: { outcome: 'over', clocks: { meets: ['permit-decision'] } } },
    },
  },
  {
    GO: { roles: ['case_officer'], payload: EmptyPayload },
    LEAVE: { roles: ['case_officer'], payload: EmptyPayload },
  },
  { name: TEXT, stages: {}, states: {}, events: {}, fields: {}, refusals: {}, outcomes: {} },
);

describe('the pictures of a workflow', () => {
  it('show the way through, and the inside of each state, never one nested in the other', () => {
    const [overview, inside] = diagramsOf(workflow);
    expect(overview).toEqual({
      of: null,
      mermaid: [
        'stateDiagram-v2',
        '  state "first" as first',
        '  state "over" as over',
        '  [*] --> first',
        '  first --> over : LEAVE',
        '  over --> [*]',
      ].join('\n'),
    });
    expect(inside?.of).toBe('first');
    expect(inside?.mermaid).toContain('  [*] --> first_in_a');
    expect(inside?.mermaid).toContain('  first_in_a --> first_in_b : GO');
  });

  it('draw what is possible throughout a state from each of its leaves', () => {
    const [, inside] = diagramsOf(workflow);
    expect(inside?.mermaid).toContain('  first_in_a --> over : LEAVE');
    expect(inside?.mermaid).toContain('  first_in_b --> over : LEAVE');
  });
});

describe('the structure of a workflow', () => {
  it('is plain data: states, meta, and transitions with their guards', () => {
    const states = structureOf(workflow);
    expect(JSON.parse(JSON.stringify(states))).toEqual(states);
    expect(states.find(({ path }) => path === 'first')).toMatchObject({
      type: 'compound',
      initial: ['first.in-a'],
      transitions: [{ event: 'LEAVE', targets: ['over'], guards: [{ type: 'too-late', params: {} }] }],
    });
  });

  it('tells where each clock is set off', () => {
    expect([...clockUses(workflow)]).toEqual([
      ['permit-decision', { starts: ['first.in-a'], pauses: [], meets: ['over'], voids: [] }],
    ]);
  });
});
