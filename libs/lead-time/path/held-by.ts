import type { CaseTimeline } from '../cases/timeline';
import { type Branch, type Fork, byKey } from './forks';
import type { Stretch } from './stretches';

/** The release that another one waited for, and the moment at which it had come far enough. */
export interface Held {
  branch: Branch;
  until: number;
}

/**
 * Which of the releases that `instanceId` depends on held it up in a wait. Whatever ended the wait happened
 * in one of them at the same instant, so it is the one whose last step lies latest within the wait; in a wait
 * that is not over, the one whose present visit began first. Null when none took a step or ran on: then the
 * wait is the release's own. `inside` guards against releases that depend on each other.
 */
export function heldBy(
  timeline: CaseTimeline,
  instanceId: string,
  wait: Stretch,
  fork: Fork,
  inside: ReadonlySet<string>,
): Held | null {
  const { dependsOn } = timeline.instance(instanceId);
  const others = fork.branches.filter(({ childId, start }) => {
    const depended = childId !== null && dependsOn.includes(childId) && !inside.has(childId);
    return depended && start < wait.end;
  });
  return isCut(wait) ? stillHeld(others, wait) : lastFreed(timeline, others, wait);
}

function isCut({ spans }: Stretch): boolean {
  return spans[spans.length - 1]?.cut === true;
}

function stillHeld(others: Branch[], wait: Stretch): Held | null {
  const running = others.filter(({ end }) => end >= wait.end);
  const [first] = running.sort((a, b) => orderOf(a.presentVisit, b.presentVisit) || byKey(a, b));
  return first === undefined ? null : { branch: first, until: wait.end };
}

function orderOf(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function lastFreed(timeline: CaseTimeline, others: Branch[], wait: Stretch): Held | null {
  const held = others.flatMap((branch) => {
    const until = lastStep(timeline, branch, wait);
    return until === null ? [] : [{ branch, until }];
  });
  const [last] = held.sort((a, b) => b.until - a.until || byKey(a.branch, b.branch));
  return last ?? null;
}

function lastStep(timeline: CaseTimeline, { childId, start }: Branch, wait: Stretch): number | null {
  const spans = childId === null ? [] : timeline.own(childId, '');
  const steps = spans.flatMap((span) => [span.start, span.end]);
  const within = steps.filter((step) => step > wait.start && step > start && step <= wait.end);
  return within.length === 0 ? null : Math.max(...within);
}
