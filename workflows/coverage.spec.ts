import { type Snapshot, type Workflow, begin, leavesOfSnapshot, step } from '@ledtid/workflow';
import {
  declaredTransitions,
  guardAnswers,
  shortestPaths,
  takenTransitions,
  traps,
  vertices,
} from '../test/support/machine-graph';
import { machineEvent } from '../test/support/walk-machine';
import { loadSamples, loadWorkflows } from './index';

const workflows = loadWorkflows().map((workflow) => [workflow.key, workflow] as const);

/** States that are left in the step that enters them. */
function isTransient(workflow: Workflow, path: string): boolean {
  return (workflow.machine.states[path]?.always?.length ?? 0) > 0;
}

describe.each(workflows)('%s, walked along its graph', (key, workflow) => {
  const samples = loadSamples(key);
  const found = vertices(workflow, samples);

  it('reaches every state', () => {
    const reached = new Set(
      found.flatMap(({ state }) =>
        state.status === 'done'
          ? [String(state.value)]
          : leavesOfSnapshot(workflow, state as unknown as Snapshot).map(({ path }) => path),
      ),
    );
    const declared = [...workflow.leaves.keys(), ...workflow.finals.keys()].filter(
      (path) => !isTransient(workflow, path),
    );
    expect(declared.filter((path) => !reached.has(path))).toEqual([]);
  });

  it('takes every transition', () => {
    const taken = takenTransitions(workflow, found);
    expect(declaredTransitions(workflow).filter((transition) => !taken.has(transition))).toEqual([]);
  });

  it('asks every guard of every event for a yes and for a no', () => {
    const oneSided = [...guardAnswers(workflow, found)].filter(([, answers]) => answers.size < 2);
    expect(oneSided.map(([guard, answers]) => `${guard}: only ${[...answers].join()}`)).toEqual([]);
  });

  it('can be asked in every state what is possible, with nothing known of the payloads', () => {
    const probes = found.flatMap(({ state, events }) =>
      events.map(({ type }) => state.can({ ...machineEvent({ type, record: {} }), probe: true } as never)),
    );
    expect(probes).toContain(true);
  });

  it('holds no trap: an end lies ahead of every state, without withdrawal or the end of the whole case', () => {
    const exits = new Set(['WITHDRAW', 'CASE_ENDED', 'CASE_MOVED_ON']);
    expect(traps(workflow, samples, exits)).toEqual([]);
  });

  it('comes to the same state along the shortest path when every step is stored and read again', () => {
    for (const path of shortestPaths(workflow, samples)) {
      let last = stored(begin(workflow, path.input).snapshot);
      for (const event of path.events) {
        const next = step(workflow, last, event);
        if ('refused' in next) throw new Error(`${event.type} refused: ${next.refused}`);
        last = stored(next.snapshot);
      }
      // The graph holds one of several contexts that are the same in essence.
      const { value, context, status } = stored(path.state as unknown as Snapshot);
      expect([last.value, last.status]).toEqual([value, status]);
      expect(samples.essence(last.context, last.value)).toEqual(samples.essence(context, value));
    }
  });
});

function stored(snapshot: Snapshot): Snapshot {
  return JSON.parse(JSON.stringify(snapshot)) as Snapshot;
}
