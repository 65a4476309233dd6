import { seededRandom } from '@ledtid/time';
import {
  type MachineEvent,
  type Recorded,
  type Snapshot,
  type Step,
  type Workflow,
  begin,
  possibilities,
  step,
} from '@ledtid/workflow';
import type { SampledEvent, Samples } from '@ledtid/workflows';

/** Everybody acts at this moment unless the caller says otherwise: the machines do not look at the time. */
const WALKED_AT = '2026-11-22T09:00:00.000Z';

export interface WalkedStep {
  readonly event: MachineEvent;
  readonly step: Step;
}

export interface Walk {
  readonly input: Recorded;
  readonly first: Step;
  /** Accepted events with what each of them led to. */
  readonly steps: readonly WalkedStep[];
  readonly last: Step;
}

/** A workflow's own samples, and the common events with the stages and clocks it knows and one that it does not. */
export function sampledEvents(workflow: Workflow, { events }: Samples): SampledEvent[] {
  const stages = [...Object.keys(workflow.stages), 'elsewhere'];
  const common = ['CLAIM', 'HAND_OFF', 'SET_CAUSE', 'PAUSE', 'RESUME', 'RETURN_TO_QUEUE'].flatMap((type) =>
    stages.map((stage) => ({ type, record: { stage, cause: 'council-meeting', assignee: 'somebody' } })),
  );
  const clocks = [...workflow.leaves.values()].flatMap(({ meta }) => meta.clocks?.starts ?? []);
  const due = [...new Set([...clocks, 'elsewhere'])].map((clock) => ({
    type: 'CLOCK_DUE',
    record: { clock, started: 1 },
  }));
  return [...events, ...common, ...due];
}

export function machineEvent({ type, record, at = WALKED_AT }: SampledEvent): MachineEvent {
  return { type, record, actor: 'walker', at };
}

/** Whether an event ends an instance at once from wherever it stands: rare, so that walks get far. */
const EXITS = new Set(['WITHDRAW', 'CANCEL', 'CASE_ENDED', 'CASE_MOVED_ON', 'END']);

/**
 * Walks a machine at random until it ends or `limit` events were taken. The same seed walks the same way. Only
 * events that the present state names are tried, so that most tries are taken.
 */
export function walkMachine(workflow: Workflow, samples: Samples, seed: number, limit = 150): Walk {
  const random = seededRandom(seed);
  const input = pick(random, samples.inputs);
  const first = begin(workflow, input);
  const byType = grouped(sampledEvents(workflow, samples));
  const steps: WalkedStep[] = [];
  let last = first;
  let types = typesOf(workflow, last.snapshot).filter((type) => byType.has(type));
  for (let tries = 0; tries < limit * 20 && steps.length < limit && types.length > 0; tries += 1) {
    const type = pick(random, types);
    if (EXITS.has(type) && random() > 0.02) continue;
    const event = machineEvent(pick(random, byType.get(type) ?? []));
    const next = step(workflow, last.snapshot, event);
    if ('refused' in next) continue;
    steps.push({ event, step: next });
    last = next;
    types = typesOf(workflow, last.snapshot).filter((name) => byType.has(name));
  }
  return { input, first, steps, last };
}

/** Event types that some active state names, whatever its guards would say. */
export function typesOf(workflow: Workflow, snapshot: Snapshot): string[] {
  const types: string[] = [];
  possibilities(workflow, snapshot, (type) => {
    types.push(type);
    return [];
  });
  return types;
}

function grouped(events: readonly SampledEvent[]): Map<string, SampledEvent[]> {
  const byType = new Map<string, SampledEvent[]>();
  for (const event of events) byType.set(event.type, [...(byType.get(event.type) ?? []), event]);
  return byType;
}

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}
