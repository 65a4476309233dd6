import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { Recorded } from '@ledtid/workflow';
import type { InstanceRow, MilestoneRow } from './rows';
import { loadFamily } from './storage/load-family';

/** An instance among its relatives, for automatic steps: they need the permit beside their own release. */
export interface Family {
  readonly instance: InstanceRow;
  readonly root: InstanceRow;
  readonly all: readonly InstanceRow[];
  /** The root's form as it was last submitted, which is what was decided on. */
  readonly form: Recorded;
  /** Of every member, in order of their moments. */
  readonly milestones: readonly MilestoneRow[];
}

const SUBMITTED_FORM = prepare<{ body: Recorded }>(
  'family-submitted-form',
  'SELECT body FROM form_revision WHERE instance_id = $1 AND digest = $2 ORDER BY version DESC LIMIT 1',
);

const MILESTONES = prepare<MilestoneRow>(
  'family-milestones',
  `SELECT instance_id AS "instanceId", root_id AS "rootId", key, number, at FROM milestone
   WHERE root_id = $1 ORDER BY at, number`,
);

/** The family of an instance as it is now; null when there is no such instance. */
export async function readFamily(pool: Pool, instanceId: string): Promise<Family | null> {
  const loaded = await loadFamily(pool, instanceId, null);
  if (loaded === null) return null;
  const { family, rootId } = loaded;
  const instance = family.get(instanceId)?.instance;
  const root = family.get(rootId)?.instance;
  if (!instance || !root) return null;
  const [revision] = await SUBMITTED_FORM(pool, [rootId, root.formDigest]);
  const all = [...family.values()].map((facts) => facts.instance);
  return { instance, root, all, form: revision?.body ?? {}, milestones: await MILESTONES(pool, [rootId]) };
}
