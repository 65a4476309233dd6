import { setTimeout as pause } from 'node:timers/promises';
import { type Instant, type TimeSource, millisecondsBetween } from '@ledtid/time';

/** Recording lag is told in whole seconds, so what is registered late is registered at least two of them late. */
const LAG_MILLISECONDS = 2_000;

/** Until a moment lies so far back that a late registration shows. */
export async function haveBeen(time: TimeSource, moment: Instant): Promise<void> {
  const left = LAG_MILLISECONDS - millisecondsBetween(moment, time.now());
  if (left > 0) await pause(left);
}
