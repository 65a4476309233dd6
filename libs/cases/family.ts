import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { Recorded } from '@ledtid/workflow';
import type { InstanceRow } from './rows';
import { loadFamily, rootOf } from './storage/load-family';

/** An instance among its relatives, for automatic steps: they need the permit beside their own release. */
export interface Family {
  readonly instance: InstanceRow;
  readonly root: InstanceRow;
  readonly all: readonly InstanceRow[];
  /** The root's form as it was last submitted, which is what was decided on. */
  readonly form: Recorded;
}

const SUBMITTED_FORM = prepare<{ body: Recorded }>(
  'family-submitted-form',
  'SELECT body FROM form_revision WHERE instance_id = $1 AND digest = $2 ORDER BY version DESC LIMIT 1',
);

/** The family of an instance as it is now; null when there is no such instance. */
export async function readFamily(pool: Pool, instanceId: string): Promise<Family | null> {
  const rootId = await rootOf(pool, instanceId);
  if (rootId === null) return null;
  const { family } = await loadFamily(pool, rootId, instanceId, null);
  const instance = family.get(instanceId)?.instance;
  const root = family.get(rootId)?.instance;
  if (!instance || !root) return null;
  const [revision] = await SUBMITTED_FORM(pool, [rootId, root.formDigest]);
  return { instance, root, all: [...family.values()].map((facts) => facts.instance), form: revision?.body ?? {} };
}
