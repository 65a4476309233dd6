import type { WrappedKey } from '@ledtid/platform';
import type { Delegation } from '@ledtid/access';
import type { ClockCycle, Instant, Span } from '@ledtid/time';
import type { Characteristic, Recorded } from '@ledtid/workflow';

export type Track = 'ehds' | 'osl';

/** When a region was last moved, and by which event: what staleness and `occurredAt` are judged by. */
export interface RegionMove {
  readonly number: number;
  readonly at: Instant;
}

/** One instance of any workflow. An application's children are rows of the same table. */
export interface InstanceRow {
  readonly id: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly parentId: string | null;
  /** The application at the top of the family; its own id for a parent. */
  readonly rootId: string;
  readonly registrationNumber: string | null;
  readonly holder: string | null;
  readonly part: string | null;
  readonly occasion: string | null;
  readonly dependsOn: readonly string[];
  readonly track: Track | null;
  /** Subject of the applicant. */
  readonly owner: string;
  readonly ownerOrganisation: string | null;
  /** Number of the last ledger event. */
  readonly version: number;
  readonly value: unknown;
  readonly context: unknown;
  readonly status: 'active' | 'done';
  readonly leaves: readonly string[];
  readonly outcome: string | null;
  readonly formVersion: number;
  readonly formDigest: string | null;
  /** What the form as last submitted tells; empty before that, and for instances without a form. */
  readonly characteristics: readonly Characteristic[];
  /** Subjects who assessed this case and so may not decide it. */
  readonly assessors: readonly string[];
  /** Subjects with a conflict of interest, who take no part in this instance and those below it. */
  readonly conflicts: readonly string[];
  /** Roles lent to others here, those that have ended until another is lent. */
  readonly delegations: readonly Delegation[];
  readonly regions: Readonly<Record<string, RegionMove>>;
  /** Number of the last event that changed the form on which decisions rest. */
  readonly formChanged: number;
  /** Hash of the last ledger row. */
  readonly hash: string;
  readonly createdAt: Instant;
  readonly firstSubmittedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** One event, as it stands in the ledger for ever. */
export interface LedgerRow {
  readonly instanceId: string;
  readonly number: number;
  readonly type: string;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly basis: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly workflowVersion: number;
  /** Regions that it moved. */
  readonly regions: readonly string[];
  readonly formChanged: boolean;
  /** Ids, codes, dates and digests only. */
  readonly record: Recorded;
  readonly payloadDigest: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

export interface PayloadRow {
  readonly digest: string;
  readonly body: Recorded;
}

export interface SpanRow extends Omit<Span, 'start' | 'end'> {
  readonly instanceId: string;
  readonly rootId: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
}

export interface ClockCycleRow extends ClockCycle {
  readonly instanceId: string;
  /** Of its instance: a report over a million cycles need not look each up. */
  readonly rootId: string;
  readonly holder: string | null;
}

export interface MilestoneRow {
  readonly instanceId: string;
  readonly rootId: string;
  readonly key: string;
  readonly number: number;
  readonly at: Instant;
}

/** The first answer to a key, kept so that the same question gets the same answer whatever came since. */
export interface IdempotencyRow {
  readonly instanceId: string;
  readonly key: string;
  readonly subject: string;
  readonly bodyDigest: string;
  readonly answer: unknown;
}

/** A job on its way to a queue. The only thing that leaves the database. */
export interface OutboxRow {
  readonly id: string;
  readonly queue: string;
  readonly name: string;
  readonly jobId: string;
  readonly data: Recorded;
  readonly runAt: Instant | null;
  readonly createdAt: Instant;
}

export interface FormRevisionRow {
  readonly instanceId: string;
  readonly version: number;
  readonly digest: string;
  readonly body: Recorded;
  readonly savedBy: string;
  readonly savedAt: Instant;
}

/** A document of a case. Its name is in the payload of the event that added it, and goes with that. */
export interface DocumentRow {
  readonly id: string;
  readonly instanceId: string;
  /** Of the ledger event that added it. */
  readonly number: number;
  readonly kind: string;
  /** 1, 2, 3 within the chain of versions; `replaces` is the one before. */
  readonly version: number;
  readonly replaces: string | null;
  readonly mediaType: string;
  readonly size: number;
  /** SHA-256 of the content, in hex. */
  readonly digest: string;
  readonly state: 'clean' | 'unscanned' | 'disposed';
  /** What opens its bytes, wrapped; null once it is disposed of, and then nothing opens them. */
  readonly key: WrappedKey | null;
  readonly addedBy: string;
  readonly addedAt: Instant;
}

/** Gapless per Stockholm calendar year; the row is locked while a number is given. */
export interface RegistrationCounterRow {
  readonly year: number;
  readonly last: number;
}

/** Everything that one command changes. Writers do nothing but put it into tables. */
export interface ChangeSet {
  readonly instances: readonly InstanceRow[];
  readonly ledger: readonly LedgerRow[];
  readonly payloads: readonly PayloadRow[];
  readonly spans: readonly SpanRow[];
  readonly clocks: readonly ClockCycleRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly outbox: readonly OutboxRow[];
  readonly formRevisions: readonly FormRevisionRow[];
  readonly idempotency: IdempotencyRow | null;
  readonly registration: RegistrationCounterRow | null;
  /** Instances whose facts are replaced as a whole, because a time was corrected. */
  readonly replacedFacts: readonly string[];
}
