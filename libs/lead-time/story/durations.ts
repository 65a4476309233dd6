import type { Text } from '@ledtid/workflow';
import { UNITS } from './texts';

type Language = keyof Text;
type Unit = keyof typeof UNITS;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From here on hours are noise. */
const WHOLE_DAYS_FROM = 14 * DAY;

/** Calendar time as people say it, in its two largest units: `10 days`, `3 days 4 hours`, `45 minutes`. */
export function inWords(seconds: number, language: Language): string {
  return exactly(rounded(seconds, smallestUnit(seconds)), language);
}

export function counted(count: number, unit: Unit, language: Language): string {
  return `${count} ${UNITS[unit][language][count === 1 ? 0 : 1]}`;
}

/**
 * The parts and their whole, rounded so that the written parts make the written whole (largest remainders).
 * Hamilton's method, as for seats in an assembly.
 */
export function addingUp(parts: readonly number[], language: Language): { parts: string[]; whole: string } {
  const sum = parts.reduce((total, part) => total + part, 0);
  const unit = sum < 2 * HOUR ? 1 : sum < 2 * DAY ? MINUTE : HOUR;
  const whole = Math.round(sum / unit);
  const floors = parts.map((part) => Math.floor(part / unit));
  const left = whole - floors.reduce((total, floor) => total + floor, 0);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part / unit - Math.floor(part / unit) }))
    .sort((one, other) => other.remainder - one.remainder);
  for (const { index } of byRemainder.slice(0, left)) floors[index] = (floors[index] ?? 0) + 1;
  return {
    parts: floors.map((floor) => exactly(floor * unit, language)),
    whole: exactly(whole * unit, language),
  };
}

function smallestUnit(seconds: number): number {
  if (seconds < MINUTE) return 1;
  if (seconds < DAY) return MINUTE;
  return seconds < WHOLE_DAYS_FROM ? HOUR : DAY;
}

function rounded(seconds: number, unit: number): number {
  return Math.round(seconds / unit) * unit;
}

/** Whole seconds, every unit that is not zero. */
function exactly(seconds: number, language: Language): string {
  const parts = [
    { unit: 'day' as const, count: Math.floor(seconds / DAY) },
    { unit: 'hour' as const, count: Math.floor((seconds % DAY) / HOUR) },
    { unit: 'minute' as const, count: Math.floor((seconds % HOUR) / MINUTE) },
    { unit: 'second' as const, count: seconds % MINUTE },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return counted(0, 'minute', language);
  return parts.map(({ unit, count }) => counted(count, unit, language)).join(' ');
}
