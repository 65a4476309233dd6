import type { InstanceFacts } from '../cases/case-history';
import { type CaseTimeline, type Interval, isInside, unbroken } from '../cases/timeline';
import type { Visit } from '../cases/visits';
import { type Branch, type Fork, type Join, chosenBranch, groupForks, upTo } from './forks';
import { heldBy } from './held-by';
import { type Moment, Network, type Piece } from './network';
import { type Stretch, type Track, cutTo, stretchesOf, waitingChildren } from './stretches';

/** A visit that is open at the horizon. */
export type PresentVisit = Pick<Visit, 'instanceId' | 'region' | 'start'>;

/** Where a chain stands: the fork of children it is a branch of, and the children it is inside of. */
interface Surroundings {
  fork: Fork | null;
  inside: ReadonlySet<string>;
}

/** Builds the network of one case from the outside in: a region, its forks, their branches, and so on. */
export class PathBuilder {
  readonly network: Network;
  /** The forks, by the moment at which each was joined. */
  readonly joins = new Map<Moment, Join>();

  constructor(
    private readonly timeline: CaseTimeline,
    private readonly presentVisits: readonly PresentVisit[],
  ) {
    this.network = new Network(timeline.frame.start);
  }

  build(): Moment {
    const { caseId, end } = this.timeline.frame;
    const root = { instanceId: caseId, region: '' };
    return this.chain(root, this.network.start, end, { fork: null, inside: new Set([caseId]) });
  }

  /** The moments of one region from `from` until `until`. */
  private chain(track: Track, from: Moment, until: number, around: Surroundings): Moment {
    let moment = from;
    for (const stretch of stretchesOf(this.timeline, track, from.at, until)) {
      moment = this.stretch(track, stretch, moment, around);
    }
    return moment;
  }

  private stretch(track: Track, stretch: Stretch, from: Moment, around: Surroundings): Moment {
    switch (stretch.kind) {
      case 'own':
        return this.network.work(from, ownPieces(stretch, stretch.start, stretch.end));
      case 'inside':
        return this.forks(this.regionBranches(track, stretch, around), stretch, from, around);
      case 'children':
        return this.forks(this.childBranches(track, stretch), stretch, from, around);
      case 'dependency':
        return this.dependency(track, stretch, from, around);
    }
  }

  /** Forks one after the other; what none of them covers stays with the stretch. */
  private forks(branches: Branch[], stretch: Stretch, from: Moment, { inside }: Surroundings): Moment {
    let moment = from;
    for (const group of groupForks(branches)) {
      const begin = Math.min(...group.map(({ start }) => start));
      moment = this.network.work(moment, ownPieces(stretch, moment.at, begin));
      moment = this.fork(group, moment, inside);
    }
    return this.network.work(moment, ownPieces(stretch, moment.at, stretch.end));
  }

  private fork(branches: Branch[], at: Moment, inside: ReadonlySet<string>, untilLater = false): Moment {
    const { frame } = this.timeline;
    const fork = { branches, at, inside };
    const end = Math.max(...branches.map((branch) => branch.end));
    const open = frame.open && end === frame.end;
    const ends = branches.map((branch) => branch.build(this.begin(branch, fork), branch.end, fork));
    const index = chosenBranch(branches, open);
    const joined = this.network.join(ends, index);
    const chosen = branches[index];
    if (chosen !== undefined)
      this.joins.set(joined, { branches, chosen, start: at.at, end, open, untilLater });
    return joined;
  }

  /** A branch that began after the fork: until then the path goes through those that ran before it. */
  private begin(branch: Branch, fork: Fork): Moment {
    if (branch.start <= fork.at.at) return fork.at;
    return this.network.lag(fork.at, branch.start, () => {
      const earlier = fork.branches.filter(({ start }) => start < branch.start);
      return this.fork(
        earlier.map((other) => upTo(other, branch.start)),
        fork.at,
        fork.inside,
        true,
      );
    });
  }

  private regionBranches({ instanceId, region }: Track, stretch: Stretch, around: Surroundings): Branch[] {
    const paths = this.timeline.branchesOf(instanceId, region);
    const runs = paths.flatMap((path) =>
      unbroken(this.cut(instanceId, path, stretch)).map((run) => ({ path, run })),
    );
    return splitAtReentry(runs).map(({ path, run }) => ({
      ...run,
      instanceId,
      childId: null,
      key: () => path,
      presentVisit: this.presentVisit(instanceId, path),
      build: (from, until) => this.chain({ instanceId, region: path }, from, until, around),
    }));
  }

  private childBranches({ instanceId }: Track, stretch: Stretch): Branch[] {
    const ids = new Set(stretch.spans.flatMap((span) => waitingChildren(this.timeline, instanceId, span)));
    return [...ids].flatMap((id) => {
      const whole = this.timeline.stagedInterval(id);
      return whole === null ? [] : [this.childBranch(id, clip(whole, stretch))];
    });
  }

  private childBranch(id: string, interval: Interval): Branch {
    return {
      ...interval,
      instanceId: id,
      childId: id,
      key: () => keyOf(this.timeline.instance(id)),
      presentVisit: this.presentVisit(id, ''),
      build: (from, until, fork) => {
        const around = { fork, inside: new Set([...fork.inside, id]) };
        return this.chain({ instanceId: id, region: '' }, from, until, around);
      },
    };
  }

  /** A wait ends when the other release has come far enough: up to there the path is the other one's. */
  private dependency(track: Track, stretch: Stretch, from: Moment, around: Surroundings): Moment {
    const { fork, inside } = around;
    const held = fork === null ? null : heldBy(this.timeline, track.instanceId, stretch, fork, inside);
    if (fork === null || held === null)
      return this.network.work(from, ownPieces(stretch, from.at, stretch.end));
    const other = held.branch.build(this.begin(held.branch, fork), held.until, { ...fork, inside });
    const freed = this.network.join([from, other], 1);
    return this.network.work(freed, ownPieces(stretch, held.until, stretch.end));
  }

  private cut(instanceId: string, path: string, { start, end }: Stretch) {
    return this.timeline.within(instanceId, path).flatMap((span) => cutTo(span, start, end) ?? []);
  }

  private presentVisit(instanceId: string, region: string): number {
    let first = Infinity;
    for (const visit of this.presentVisits) {
      if (visit.instanceId !== instanceId || visit.start >= first) continue;
      if (visit.region === region || isInside(visit.region, region)) first = visit.start;
    }
    return first;
  }
}

function keyOf({ holder, part, occasion, id }: InstanceFacts): string {
  return [holder, part, occasion, id].map((name) => name ?? '').join(':');
}

/** Time of a stretch's own spans in [from, until); a stretch without spans gives time that nobody owns. */
function ownPieces({ spans }: Stretch, from: number, until: number): Piece[] {
  if (from >= until) return [];
  if (spans.length === 0) return [{ start: from, end: until, span: null }];
  const pieces: Piece[] = [];
  for (const span of spans) {
    const start = Math.max(span.start, from);
    const end = Math.min(span.end, until);
    if (start < end) pieces.push({ start, end, span: span.facts });
  }
  return pieces;
}

function clip({ start, end, cut }: Interval, stretch: Stretch): Interval {
  return {
    start: Math.max(start, stretch.start),
    end: Math.min(end, stretch.end),
    cut: cut || end > stretch.end,
  };
}

interface Run {
  path: string;
  run: Interval;
}

/** A finished region that starts again tells that all were left and entered anew: a second fork. */
function splitAtReentry(runs: Run[]): Run[] {
  const again = runs.filter(({ path, run }) =>
    runs.some((other) => other.path === path && other.run.end < run.start),
  );
  return again.reduce((parts, { run }) => parts.flatMap((part) => splitAt(part, run.start)), runs);
}

function splitAt({ path, run }: Run, at: number): Run[] {
  if (at <= run.start || at >= run.end) return [{ path, run }];
  return [
    { path, run: { start: run.start, end: at, cut: false } },
    { path, run: { ...run, start: at } },
  ];
}
