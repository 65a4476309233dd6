import { type Instant, addPeriod, civilDateOf, rollForward, startOfDay, toInstant } from '@ledtid/time';
import type { SeededRandom } from './seeded-random';

const HOUR = 3_600_000;
const OPENS = 8.5;
const OPEN_HOURS = 8;

/** Some working days later, in Sweden, while people are at work; no working day: later the same day or next. */
export function workingDaysAfter(moment: Instant, days: number, random: SeededRandom): Instant {
  const whole = Math.max(0, Math.round(days));
  if (whole === 0) return laterToday(moment, random);
  const date = addPeriod(civilDateOf(moment), { workingDays: whole }, 'se');
  return atWork(date, random.next());
}

/** Calendar days later, whoever is at work: an authority elsewhere, an applicant. */
export function daysAfter(moment: Instant, days: number, random: SeededRandom): Instant {
  const then = toInstant(Date.parse(moment) + Math.max(1, Math.round(days)) * 24 * HOUR);
  return atWork(rollForward(civilDateOf(then), 'se'), random.next());
}

function laterToday(moment: Instant, random: SeededRandom): Instant {
  const later = toInstant(Date.parse(moment) + (0.2 + random.next()) * HOUR);
  const closes = Date.parse(startOfDay(civilDateOf(moment))) + (OPENS + OPEN_HOURS) * HOUR;
  if (Date.parse(later) < closes) return later;
  return atWork(addPeriod(civilDateOf(moment), { workingDays: 1 }, 'se'), 0);
}

function atWork(date: string, part: number): Instant {
  return toInstant(Date.parse(startOfDay(date)) + (OPENS + part * OPEN_HOURS) * HOUR);
}
