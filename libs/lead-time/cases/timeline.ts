import { type CaseFrame, isPast } from './case-frame';
import type { CaseHistory, InstanceFacts, SpanFacts } from './case-history';
import { NOBODY } from '../reports/report';

/** A span within the case's frame. Epoch milliseconds. */
export interface PlacedSpan {
  facts: SpanFacts;
  start: number;
  end: number;
  /** It went on beyond `end`. */
  cut: boolean;
}

/** A half-open stretch of time in which something ran. */
export interface Interval {
  start: number;
  end: number;
  cut: boolean;
}

/** The spans of one case in order, by instance and region, cut to the case's frame. */
export class CaseTimeline {
  private readonly byInstance = new Map<string, Map<string, PlacedSpan[]>>();
  private readonly instances: ReadonlyMap<string, InstanceFacts>;
  private readonly childrenOf = new Map<string, InstanceFacts[]>();
  private readonly stagedIntervals = new Map<string, Interval | null>();

  constructor(
    history: CaseHistory,
    readonly frame: CaseFrame,
  ) {
    this.instances = new Map(history.instances.map((instance) => [instance.id, instance]));
    for (const instance of history.instances) {
      if (instance.parentId !== null) append(this.childrenOf, instance.parentId, instance);
    }
    for (const facts of history.spans) this.place(facts);
  }

  instance(id: string): InstanceFacts {
    const instance = this.instances.get(id);
    if (instance === undefined) throw new Error(`The facts of instance ${id} are missing from its case.`);
    return instance;
  }

  children(instanceId: string): InstanceFacts[] {
    return this.childrenOf.get(instanceId) ?? [];
  }

  /** Spans of the region itself, in order. */
  own(instanceId: string, region: string): PlacedSpan[] {
    return this.byInstance.get(instanceId)?.get(region) ?? [];
  }

  /** Spans of the region and of all regions within it. */
  within(instanceId: string, region: string): PlacedSpan[] {
    const regions = this.byInstance.get(instanceId);
    const own = regions?.get(region);
    // Most instances have one region, and are asked for again and again.
    if (regions === undefined || (regions.size === 1 && own !== undefined)) return own ?? [];
    return [...regions]
      .filter(([path]) => path === region || isInside(path, region))
      .flatMap(([, spans]) => spans);
  }

  /** The outermost regions inside a region: the branches of its forks. */
  branchesOf(instanceId: string, region: string): string[] {
    const inside = [...(this.byInstance.get(instanceId)?.keys() ?? [])].filter((path) =>
      isInside(path, region),
    );
    return inside.filter((path) => !inside.some((other) => isInside(path, other)));
  }

  /** From its first to its last span that belongs to a stage; null for an instance that has none. */
  stagedInterval(instanceId: string): Interval | null {
    let interval = this.stagedIntervals.get(instanceId);
    if (interval === undefined)
      this.stagedIntervals.set(instanceId, (interval = this.findStaged(instanceId)));
    return interval;
  }

  private findStaged(instanceId: string): Interval | null {
    const staged = this.within(instanceId, '').filter(({ facts }) => facts.stage !== NOBODY);
    return staged.length === 0 ? null : hull(staged);
  }

  private place(facts: SpanFacts): void {
    const start = Math.max(facts.start, this.frame.start);
    const ended = facts.end ?? Infinity;
    const end = Math.min(ended, this.frame.end);
    // What takes no time owns none of the path.
    if (end <= start) return;
    let regions = this.byInstance.get(facts.instanceId);
    if (regions === undefined) this.byInstance.set(facts.instanceId, (regions = new Map()));
    append(regions, facts.region, { facts, start, end, cut: ended > end || this.isOpen(ended) });
  }

  /** What ends exactly where a period does has not ended in it. */
  private isOpen(ended: number): boolean {
    return this.frame.open && !isPast(ended, this.frame.horizon);
  }
}

/** Whether a region lies strictly inside another; every region but the root lies inside the root. */
export function isInside(region: string, outer: string): boolean {
  return outer === '' ? region !== '' : region.startsWith(`${outer}.`);
}

/** Unbroken runs of some spans. */
export function unbroken(spans: readonly PlacedSpan[]): Interval[] {
  const runs: Interval[] = [];
  for (const { start, end, cut } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const run = runs[runs.length - 1];
    if (run === undefined || start > run.end) runs.push({ start, end, cut });
    else if (end >= run.end) Object.assign(run, { end, cut: cut || (run.cut && end === run.end) });
  }
  return runs;
}

function hull(spans: readonly PlacedSpan[]): Interval {
  const end = Math.max(...spans.map((span) => span.end));
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end,
    cut: spans.some((span) => span.end === end && span.cut),
  };
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
