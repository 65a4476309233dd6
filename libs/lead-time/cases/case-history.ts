import type { Activity, Party } from '@ledtid/time';

/** Epoch milliseconds: a report compares and subtracts millions of them. */
export type EpochMilliseconds = number;

/** An instance of any workflow, as far as lead time cares. */
export interface InstanceFacts {
  id: string;
  workflow: string;
  parentId: string | null;
  holder: string | null;
  part: string | null;
  occasion: string | null;
  dependsOn: readonly string[];
  outcome: string | null;
  createdAt: EpochMilliseconds;
  firstSubmittedAt: EpochMilliseconds | null;
  endedAt: EpochMilliseconds | null;
}

/** A span with the instance it belongs to. */
export interface SpanFacts {
  instanceId: string;
  region: string;
  opened: number;
  leaf: string;
  stage: string;
  activity: Activity;
  party: Party;
  cause: string | null;
  holder: string | null;
  start: EpochMilliseconds;
  end: EpochMilliseconds | null;
}

export interface MilestoneFacts {
  instanceId: string;
  key: string;
  at: EpochMilliseconds;
}

/** When anything happened in an instance, in order; idle time is assigned time without. */
export interface EventFacts {
  instanceId: string;
  at: readonly EpochMilliseconds[];
}

/** Everything known of one case: the instance it is, and all instances below it. */
export interface CaseHistory {
  /** The instance whose case this is. */
  caseId: string;
  instances: readonly InstanceFacts[];
  /** In order (`inOrder`). */
  spans: readonly SpanFacts[];
  milestones: readonly MilestoneFacts[];
  events: readonly EventFacts[];
}

/** By time; at one time in the order of the ledger. */
export function inOrder(a: SpanFacts, b: SpanFacts): number {
  return a.start - b.start || a.opened - b.opened;
}
