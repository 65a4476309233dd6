import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/Stockholm';

interface OffsetChange {
  from: number;
  offset: number;
}

const changesByYear = new Map<number, OffsetChange[]>();

/** The changes of offset in a year of UTC, the first at the year's beginning. */
function readChanges(year: number): OffsetChange[] {
  const begin = Date.UTC(year, 0, 1);
  const end = Date.UTC(year + 1, 0, 1);
  const changes: OffsetChange[] = [];
  let moment: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(ZONE);
  while (moment !== null && moment.epochMilliseconds < end) {
    changes.push({ from: moment.epochMilliseconds, offset: moment.offsetNanoseconds / 1e6 });
    moment = moment.getTimeZoneTransition('next');
  }
  return changes;
}

/**
 * Milliseconds by which Stockholm is ahead of UTC at a moment. Asking the zone costs some ten microseconds
 * a call and every command asks several times, so each year is asked for once.
 */
export function stockholmOffset(epochMilliseconds: number): number {
  const year = new Date(epochMilliseconds).getUTCFullYear();
  let changes = changesByYear.get(year);
  if (changes === undefined) changesByYear.set(year, (changes = readChanges(year)));
  let offset = 0;
  for (const change of changes) if (change.from <= epochMilliseconds) offset = change.offset;
  return offset;
}
