import type { CaseHistory, EpochMilliseconds, InstanceFacts } from './case-history';

/** Until when a report looks. */
export interface Horizon {
  /** Epoch milliseconds. What starts here or later has not happened. */
  at: number;
  /** Whether what ends exactly then counts as past: of a period [from, to) it does not, of the present it does. */
  inclusive: boolean;
}

/** From when to when a case is timed, as seen from a horizon. Epoch milliseconds. */
export interface CaseFrame {
  caseId: string;
  /** First submission. */
  start: number;
  /** Access to the last part, or the end without access; the horizon while the case is open. */
  end: number;
  open: boolean;
  /** Null while the case is open. */
  outcome: string | null;
  horizon: Horizon;
}

/** Outcomes that are access to data; every other outcome ends the case without. */
export function isAccess(outcome: string | null): boolean {
  return outcome === 'access' || outcome === 'partial';
}

/** Null for what is no case yet: a draft, or one submitted after the horizon. */
export function frameOf(history: CaseHistory, horizon: Horizon): CaseFrame | null {
  const root = history.instances.find(({ id }) => id === history.caseId);
  const start = root === undefined ? null : beginOf(root);
  if (root === undefined || start === null) return null;
  if (start >= horizon.at) return null;
  const end = endOf(root, history);
  const closed = end !== null && isPast(end, horizon);
  return {
    caseId: history.caseId,
    start,
    end: closed ? Math.max(start, end) : horizon.at,
    open: !closed,
    outcome: closed ? root.outcome : null,
    horizon,
  };
}

export function isPast(moment: number, horizon: Horizon): boolean {
  return horizon.inclusive ? moment <= horizon.at : moment < horizon.at;
}

/** A child that is a case by itself was never submitted: somebody else's decision made it. */
function beginOf(root: InstanceFacts): EpochMilliseconds | null {
  return root.firstSubmittedAt ?? (root.parentId === null ? null : root.createdAt);
}

/**
 * The whole ends at the last access to any part, which may lie before the case is closed: when the part that
 * comes last is refused, or the rest is withdrawn.
 */
function endOf(root: InstanceFacts, history: CaseHistory): number | null {
  if (root.outcome === null) return null;
  const access = isAccess(root.outcome) ? lastAccess(history) : null;
  return access ?? root.endedAt;
}

function lastAccess(history: CaseHistory): number | null {
  return accessMoments(history).at(-1) ?? null;
}

/** When each part was opened, earliest first. Access is the release's own milestone; the case has none. */
export function accessMoments({ milestones }: CaseHistory): number[] {
  const moments = milestones.filter(({ key }) => key === 'access').map(({ at }) => at);
  return moments.sort((one, other) => one - other);
}

/** The last moment at which the instance had reached it by then; without `by`, ever. */
export function lastMilestone(
  history: CaseHistory,
  instanceId: string,
  key: string,
  by: Horizon = { at: Infinity, inclusive: true },
): number | null {
  const moments = history.milestones
    .filter((milestone) => milestone.instanceId === instanceId && milestone.key === key)
    .map(({ at }) => at)
    .filter((at) => isPast(at, by));
  return moments.length === 0 ? null : Math.max(...moments);
}
