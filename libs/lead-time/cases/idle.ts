import { addDays, addPeriod, civilDateOf, startOfDay, toInstant } from '@ledtid/time';
import { byHour } from '../by-hour';
import type { CaseHistory } from './case-history';

/** Assigned work on which nothing has happened for this many working days has come to rest. */
const IDLE_WORKING_DAYS = 5;

/** So long there is no rest for certain, and no calendar need be asked; a day less, for clocks that change. */
const NEVER_REST = (IDLE_WORKING_DAYS - 1) * 86_400_000;

/**
 * Finds idle time: of assigned time what lies more than `IDLE_WORKING_DAYS` working days (Swedish list, lag
 * (1930:173)) after the day of the instance's latest event.
 */
export class IdleTime {
  private eventsOf: ReadonlyMap<string, Float64Array> | null = null;

  constructor(private readonly history: CaseHistory) {}

  /** Idle milliseconds of an instance in [from, until), all of it assigned. */
  within(instanceId: string, from: number, until: number): number {
    const events = this.events().get(instanceId) ?? [];
    let idle = 0;
    let latest = from;
    for (const at of events) {
      if (at >= until) break;
      if (at > from) idle += restBetween(latest, at, from);
      latest = at;
    }
    return idle + restBetween(latest, until, from);
  }

  /** Not before somebody asks: many cases have no assigned time in the period. */
  private events(): ReadonlyMap<string, Float64Array> {
    return (this.eventsOf ??= eventsIn(this.history));
  }
}

function eventsIn({ events, spans }: CaseHistory): ReadonlyMap<string, Float64Array> {
  const moments = new Map(events.map(({ instanceId, at }) => [instanceId, [...at]]));
  for (const { instanceId, start } of spans) {
    const own = moments.get(instanceId);
    if (own === undefined) moments.set(instanceId, [start]);
    else own.push(start);
  }
  return new Map([...moments].map(([instanceId, at]) => [instanceId, Float64Array.from(at).sort()]));
}

/** What of [from, until) is rest after an event. */
function restBetween(event: number, until: number, from: number): number {
  return until - event < NEVER_REST ? 0 : Math.max(0, until - Math.max(restFrom(event), from));
}

/** 00:00 of the day after the last working day that may pass without an event. */
const restFrom = byHour((event): number => {
  const day = civilDateOf(toInstant(event));
  const lastDay = addPeriod(day, { workingDays: IDLE_WORKING_DAYS }, 'se');
  return Date.parse(startOfDay(addDays(lastDay, 1)));
});
