import type { Activity, Instant, Party } from '@ledtid/time';

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
  createdAt: Instant;
  firstSubmittedAt: Instant | null;
  endedAt: Instant | null;
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
  start: Instant;
  end: Instant | null;
}

export interface MilestoneFacts {
  instanceId: string;
  key: string;
  at: Instant;
}

/** When something happened in an instance; idle time is assigned time without any. */
export interface EventFacts {
  instanceId: string;
  at: Instant;
}

/** Everything known of one case: the instance it is, and all instances below it. */
export interface CaseHistory {
  /** The instance whose case this is. */
  caseId: string;
  instances: readonly InstanceFacts[];
  spans: readonly SpanFacts[];
  milestones: readonly MilestoneFacts[];
  events: readonly EventFacts[];
}
