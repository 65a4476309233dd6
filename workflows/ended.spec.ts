import { step } from '@ledtid/workflow';
import { machineEvent, sampledEvents, walkMachine } from '../test/support/walk-machine';
import { loadSamples, loadWorkflows } from './index';

const workflows = loadWorkflows().map((workflow) => [workflow.key, workflow] as const);

test.each(workflows)(
  '%s takes nothing more once it has ended, not even what it takes in every state',
  (key, workflow) => {
    const samples = loadSamples(key);
    const walks = Array.from({ length: 60 }, (_, seed) => walkMachine(workflow, samples, seed + 1));
    const ended = walks.map(({ last }) => last.snapshot).filter(({ status }) => status === 'done');
    const taken = ended.flatMap((snapshot) =>
      sampledEvents(workflow, samples)
        .filter((event) => !('refused' in step(workflow, snapshot, machineEvent(event))))
        .map(({ type }) => type),
    );
    expect(ended.length).toBeGreaterThan(0);
    expect(taken).toEqual([]);
  },
);
