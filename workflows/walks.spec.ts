import { type Snapshot, type Step, type Workflow, leavesOfSnapshot, step } from '@ledtid/workflow';
import { machineEvent, sampledEvents, typesOf, walkMachine } from '../test/support/walk-machine';
import { loadSamples, loadWorkflows } from './index';

const WALKS = 1000;
const workflows = loadWorkflows().map((workflow) => [workflow.key, workflow] as const);

describe.each(workflows)(`%s, over ${WALKS} random walks`, (key, workflow) => {
  const samples = loadSamples(key);
  const walks = Array.from({ length: WALKS }, (_, seed) => walkMachine(workflow, samples, seed + 1));

  it('has exactly one leaf in every region that is not finished, and none once it has ended', () => {
    const faults = walks.flatMap(({ first, steps }) =>
      [first, ...steps.map((walked) => walked.step)].flatMap((taken) => regionFault(workflow, taken) ?? []),
    );
    expect(faults).toEqual([]);
  });

  it('comes to every outcome', () => {
    const outcomes = new Set(
      walks.map(({ last }) => last.final?.meta.outcome).filter((outcome) => outcome !== undefined),
    );
    const declared = new Set([...workflow.finals.values()].map(({ outcome }) => outcome));
    expect([...declared].filter((outcome) => !outcomes.has(outcome))).toEqual([]);
  });

  it('can come to an end from wherever it stopped', () => {
    for (const { last } of walks) expect(hasEndAhead(workflow, last.snapshot)).toBe(true);
  });

  it('repeats with its seed', () => {
    expect(walkMachine(workflow, samples, 7)).toEqual(walks[6]);
  });

  function hasEndAhead(walked: Workflow, from: Snapshot): boolean {
    const seen = new Set<string>();
    const queue = [from];
    for (let next = queue.shift(); next && seen.size < 2000; next = queue.shift()) {
      if (next.status === 'done') return true;
      const known = JSON.stringify(next);
      if (!seen.has(known)) queue.push(...successors(walked, next));
      seen.add(known);
    }
    return false;
  }

  function successors(walked: Workflow, from: Snapshot): Snapshot[] {
    const types = new Set(typesOf(walked, from));
    const events = sampledEvents(walked, samples).filter(({ type }) => types.has(type));
    return events.flatMap((event) => {
      const next = step(walked, from, machineEvent(event));
      return 'refused' in next ? [] : [next.snapshot];
    });
  }
});

function regionFault(workflow: Workflow, { leaves, snapshot }: Step): string | null {
  const regions = leaves.map(({ region }) => region);
  const paths = leaves.map(({ path }) => path).join();
  if (new Set(regions).size !== regions.length) return `two leaves in one region: ${paths}`;
  if (regions.length > 0 !== (snapshot.status === 'active')) return `${snapshot.status} with leaves ${paths}`;
  if (regions.length > 1 && regions.includes('')) return `the root is beside its regions: ${paths}`;
  const restored = leavesOfSnapshot(workflow, snapshot)
    .map(({ path }) => path)
    .join();
  return restored === paths ? null : `read again as ${restored}: ${paths}`;
}
