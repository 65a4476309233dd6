import type { Interval } from '../cases/timeline';
import type { Moment } from './network';

/** One way from a fork to its join: a region, or a child. */
export interface Branch extends Interval {
  /** The child, or the instance whose region it is. */
  instanceId: string;
  /** The instance where the branch is a child; null for a region. */
  childId: string | null;
  /** Decides where two branches ended at once, which few do: put together only when asked for. */
  key(): string;
  /** When its present visit began; Infinity where it has none. */
  presentVisit: number;
  /** Its own moments, from one at its start up to `until`. */
  build(from: Moment, until: number, fork: Fork): Moment;
}

/** Branches that ran beside each other, and the moment at which they parted. */
export interface Fork {
  branches: Branch[];
  at: Moment;
  /** The instances on the way here: a guard against releases that wait for each other. */
  inside: ReadonlySet<string>;
}

/** A fork that has been joined, or is joined as far as the case has come. */
export interface Join extends Pick<Fork, 'branches'> {
  chosen: Branch;
  /** From fork to join. Epoch milliseconds. */
  start: number;
  end: number;
  /** The branches have not met yet: whose the time is may change. */
  open: boolean;
  /** Part of a fork, until a branch of it began that began later. What came after did not wait for this. */
  untilLater: boolean;
}

/** Branches that overlap in time belong to one fork; where all have ended, that fork is joined. */
export function groupForks(branches: readonly Branch[]): Branch[][] {
  const groups: Branch[][] = [];
  let end = -Infinity;
  for (const branch of [...branches].sort((a, b) => a.start - b.start)) {
    const group = groups[groups.length - 1];
    if (group === undefined || branch.start >= end) groups.push([branch]);
    else group.push(branch);
    end = Math.max(end, branch.end);
  }
  return groups;
}

/**
 * The branch to which all time from fork to join belongs. A joined fork: the one that reached its end last, at
 * a tie the smaller key. An open join: the open branch whose present visit began first; that is provisional.
 */
export function chosenBranch(branches: readonly Branch[], openJoin: boolean): number {
  const open = openJoin && branches.some(({ cut }) => cut);
  const order = open ? byPresentVisit : byEnd;
  const [first] = branches
    .map((branch, index) => ({ branch, index }))
    .sort((a, b) => order(a.branch, b.branch));
  return first?.index ?? -1;
}

function byEnd(a: Branch, b: Branch): number {
  // What went on beyond the case's end did not bring that end about.
  return b.end - a.end || Number(a.cut) - Number(b.cut) || byKey(a, b);
}

function byPresentVisit(a: Branch, b: Branch): number {
  return Number(b.cut) - Number(a.cut) || compare(a.presentVisit, b.presentVisit) || byKey(a, b);
}

export function byKey(a: Pick<Branch, 'key'>, b: Pick<Branch, 'key'>): number {
  return compare(a.key(), b.key());
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A branch as far as a moment; what was still running then is cut. */
export function upTo(branch: Branch, until: number): Branch {
  if (branch.end <= until) return branch;
  return { ...branch, end: until, cut: true };
}
