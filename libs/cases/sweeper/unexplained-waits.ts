import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import {
  type ClockConfiguration,
  type Instant,
  causeQuestionAt,
  definitionOf,
  targetLength,
} from '@ledtid/time';
import type { ClockCycleRow, SpanRow } from '../rows';
import { clockOf } from '../storage/load-family';

/** An open wait or pause that nobody has explained, and about which nobody was asked. */
export type UnexplainedWait = Pick<
  SpanRow,
  'instanceId' | 'region' | 'opened' | 'stage' | 'party' | 'startedAt'
>;

interface Found extends UnexplainedWait {
  /** Clocks of the stage that are not yet ended and have a due date. */
  readonly clocks: Record<string, unknown>[] | null;
}

/** Where the last page ended. */
type Place = Pick<UnexplainedWait, 'startedAt' | 'instanceId' | 'region'>;

const BEGINNING: Place = {
  startedAt: '0001-01-01T00:00:00.000Z',
  instanceId: '00000000-0000-0000-0000-000000000000',
  region: '',
};

// By place, like the overdue clocks: a wait whose question comes later, or is refused, must not hold up the others.
const UNEXPLAINED = prepare<Found>(
  'sweeper-unexplained-waits',
  `SELECT s.instance_id AS "instanceId", s.region, s.opened, s.stage, s.party, s.started_at AS "startedAt",
     (SELECT json_agg(c) FROM clock_cycle c
       WHERE c.instance_id = s.instance_id AND c.stage = s.stage
         AND c.ended_at IS NULL AND c.due IS NOT NULL) AS clocks
   FROM span s
   WHERE s.ended_at IS NULL AND s.activity <> 'assigned' AND s.stage <> 'none'
     AND s.cause IS NULL AND s.cause_asked_at IS NULL AND s.started_at <= $1
     AND (s.started_at, s.instance_id, s.region) > ($2::timestamptz, $3::uuid, $4)
   ORDER BY s.started_at, s.instance_id, s.region LIMIT 500`,
);

/** Every wait or pause without a cause about which somebody should have been asked by a moment, the oldest first. */
export async function* unexplainedWaits(
  pool: Pool,
  until: Instant,
  clocks: ClockConfiguration,
): AsyncGenerator<UnexplainedWait> {
  let place: Place | undefined = BEGINNING;
  while (place) {
    const page: Found[] = await UNEXPLAINED(pool, [until, place.startedAt, place.instanceId, place.region]);
    yield* page.filter((wait) => causeQuestionAt(wait.startedAt, targetOf(wait, clocks)) <= until);
    place = page.at(-1);
  }
}

/** The shortest target that the stage's clocks set the party whose turn it is; null where they set it none. */
function targetOf({ clocks, party }: Found, configuration: ClockConfiguration): number | null {
  const lengths = (clocks ?? []).map(clockOf).flatMap((cycle: ClockCycleRow) => {
    const definition = definitionOf(configuration, cycle);
    return definition.party === party ? (targetLength(cycle, definition) ?? []) : [];
  });
  return lengths.length === 0 ? null : Math.min(...lengths);
}
