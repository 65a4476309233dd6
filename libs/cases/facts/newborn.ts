import type { Instant } from '@ledtid/time';
import type { Recorded } from '@ledtid/workflow';
import type { InstanceRow, Track } from '../rows';

/** What the CREATED event records: everything about an instance that its later events do not tell. */
export interface CreatedRecord {
  readonly workflow: string;
  readonly parentId: string | null;
  readonly rootId: string;
  readonly holder: string | null;
  readonly part: string | null;
  readonly occasion: string | null;
  readonly track: Track | null;
  readonly dependsOn: readonly string[];
  readonly owner: string;
  readonly ownerOrganisation: string | null;
  readonly input: Recorded;
}

/** What the first row of a chain hashes as its predecessor. */
export const GENESIS = '0'.repeat(64);

export const CREATED = 'CREATED';

/** An instance as it stands before its first state, from what CREATED records. */
export function newborn(
  id: string,
  record: CreatedRecord,
  workflowVersion: number,
  at: Instant,
): InstanceRow {
  const { workflow, parentId, rootId, holder, part, occasion, track, dependsOn, owner, ownerOrganisation } =
    record;
  return {
    ...{ id, workflow, workflowVersion, parentId, rootId, holder, part, occasion, track, dependsOn },
    ...{ owner, ownerOrganisation, registrationNumber: null, version: 0, value: null, context: null },
    ...{ status: 'active', leaves: [], outcome: null, formVersion: 0, formDigest: null, assessors: [] },
    ...{ characteristics: [], conflicts: [], delegations: [] },
    ...{ regions: {}, formChanged: 0, hash: GENESIS, createdAt: at, firstSubmittedAt: null, endedAt: null },
  };
}
