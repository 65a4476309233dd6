import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { Instant } from '@ledtid/time';
import type { SpanRow } from '../rows';

/** An open span of a step that the worker executes. */
export type StandingStep = Pick<SpanRow, 'instanceId' | 'region' | 'opened' | 'leaf' | 'stage'>;

const STANDING = prepare<StandingStep>(
  'sweeper-standing-steps',
  `SELECT instance_id AS "instanceId", region, opened, leaf, stage FROM span
   WHERE ended_at IS NULL AND stage = ANY($1) AND leaf LIKE '%.running' AND started_at <= $2
   ORDER BY started_at, instance_id`,
);

/** Cases that stand in an executed leaf of these stages since a moment or longer. */
export function standingSteps(
  pool: Pool,
  stages: readonly string[],
  since: Instant,
): Promise<StandingStep[]> {
  return STANDING(pool, [stages, since]);
}
