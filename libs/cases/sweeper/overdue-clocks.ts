import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { ClockWakeUp, Instant } from '@ledtid/time';

/** A clock that wanted to be woken and was not. */
export interface OverdueClock {
  readonly instanceId: string;
  readonly key: string;
  readonly started: number;
  readonly stage: string;
  readonly wakeUp: ClockWakeUp;
  readonly wakeUpAt: Instant;
}

/** Where the last page ended. */
type Place = Pick<OverdueClock, 'wakeUpAt' | 'instanceId' | 'key' | 'started'>;

const BEGINNING: Place = {
  wakeUpAt: '0001-01-01T00:00:00.000Z',
  instanceId: '00000000-0000-0000-0000-000000000000',
  key: '',
  started: 0,
};

// By place and not until none is left: a clock whose case refuses the wake-up must not hold up the others.
const OVERDUE = prepare<OverdueClock>(
  'sweeper-overdue-clocks',
  `SELECT instance_id AS "instanceId", key, started, stage, wake_up AS "wakeUp", wake_up_at AS "wakeUpAt"
   FROM clock_cycle
   WHERE ended_at IS NULL AND wake_up_at <= $1
     AND (wake_up_at, instance_id, key, started) > ($2::timestamptz, $3::uuid, $4, $5)
   ORDER BY wake_up_at, instance_id, key, started LIMIT 500`,
);

/** Every clock whose wake-up lies at or before a moment, the oldest first. */
export async function* overdueClocks(pool: Pool, until: Instant): AsyncGenerator<OverdueClock> {
  let place: Place | undefined = BEGINNING;
  while (place) {
    const page: OverdueClock[] = await OVERDUE(pool, [
      until,
      ...[place.wakeUpAt, place.instanceId, place.key, place.started],
    ]);
    yield* page;
    place = page.at(-1);
  }
}
