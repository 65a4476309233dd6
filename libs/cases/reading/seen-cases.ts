import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { Facts } from '../facts/facts';
import { clockOf, instanceOf, spanOf } from '../storage/load-family';
import type { InstanceRow } from '../rows';
import type { Recorded } from '@ledtid/workflow';

interface FactsAnswer {
  instances: Record<string, unknown>[] | null;
  spans: Record<string, unknown>[] | null;
  clocks: Record<string, unknown>[] | null;
}

// Roots come along because the policy asks for the owner of the whole family.
const FACTS = prepare<FactsAnswer>(
  'reading-facts',
  `WITH shown AS MATERIALIZED (
     SELECT id, root_id FROM instance WHERE id = ANY($1::uuid[])
     UNION SELECT id, root_id FROM instance WHERE parent_id = ANY($1::uuid[])),
   known AS (SELECT id FROM shown UNION SELECT root_id FROM shown)
   SELECT
     (SELECT jsonb_agg(to_jsonb(i) ORDER BY i.id) FROM instance i JOIN known USING (id)) AS instances,
     (SELECT jsonb_agg(to_jsonb(s)) FROM span s JOIN shown ON shown.id = s.instance_id
       WHERE s.ended_at IS NULL) AS spans,
     (SELECT jsonb_agg(to_jsonb(c)) FROM clock_cycle c JOIN shown ON shown.id = c.instance_id
       WHERE c.ended_at IS NULL) AS clocks`,
);

const FORMS = prepare<{ id: string; body: Recorded }>(
  'reading-forms',
  `SELECT i.id, f.body FROM instance i
   JOIN form_revision f ON f.instance_id = i.id AND f.version = i.form_version WHERE i.id = ANY($1::uuid[])`,
);

const WITH_ROOT = prepare<{ instance: Record<string, unknown>; root: Record<string, unknown> }>(
  'reading-with-root',
  `SELECT to_jsonb(i) AS instance, to_jsonb(root) AS root
   FROM instance i JOIN instance root ON root.id = i.root_id WHERE i.id = $1`,
);

/** The instances of these ids, their children and their roots, with open spans and clocks. One round trip. */
export async function factsOf(pool: Pool, ids: readonly string[]): Promise<Map<string, Facts>> {
  const [answer] = await FACTS(pool, [ids]);
  const spans = (answer?.spans ?? []).map(spanOf);
  const clocks = (answer?.clocks ?? []).map(clockOf);
  const of = <Row extends { instanceId: string }>(rows: readonly Row[], id: string) =>
    rows.filter((row) => row.instanceId === id);
  return new Map(
    (answer?.instances ?? []).map(instanceOf).map((instance) => {
      const { id } = instance;
      return [id, { instance, spans: of(spans, id), clocks: of(clocks, id), milestones: [] }];
    }),
  );
}

/** The present form of each of these instances that has one. */
export async function formsOf(pool: Pool, ids: readonly string[]): Promise<Map<string, Recorded>> {
  if (ids.length === 0) return new Map();
  return new Map((await FORMS(pool, [ids])).map(({ id, body }) => [id, body]));
}

/** An instance and the root of its family, which the policy asks for. */
export async function withRoot(
  pool: Pool,
  id: string,
): Promise<{ instance: InstanceRow; root: InstanceRow } | null> {
  const [row] = await WITH_ROOT(pool, [id]);
  return row ? { instance: instanceOf(row.instance), root: instanceOf(row.root) } : null;
}
