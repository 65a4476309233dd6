import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { Instant } from '@ledtid/time';
import type { ExecutedLeaf } from '@ledtid/workflow';
import type { SpanRow } from '../rows';

/** An open span of a step that the worker executes. */
export type StandingStep = Pick<SpanRow, 'instanceId' | 'region' | 'opened' | 'leaf' | 'stage'>;

const STANDING = prepare<StandingStep>(
  'sweeper-standing-steps',
  `SELECT span.instance_id AS "instanceId", span.region, span.opened, span.leaf, span.stage
   FROM span JOIN instance ON instance.id = span.instance_id
   WHERE span.ended_at IS NULL AND span.stage = ANY($1) AND span.started_at <= $4
     AND (instance.workflow, span.leaf) IN (SELECT * FROM unnest($2::text[], $3::text[]))
   ORDER BY span.started_at, span.instance_id`,
);

/** Cases that stand in one of these leaves since a moment or longer. */
export function standingSteps(
  pool: Pool,
  executed: readonly ExecutedLeaf[],
  since: Instant,
): Promise<StandingStep[]> {
  // The stages are those of the leaves: they let the index of open spans find the few that can be meant.
  const columns = (['stage', 'workflow', 'leaf'] as const).map((key) => executed.map((one) => one[key]));
  return STANDING(pool, [...columns, since]);
}
