import type { Text } from '@ledtid/workflow';
import { filled } from './filled';
import { SENTENCES, UNITS } from './texts';

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

function counted(count: number, unit: Unit, language: Language): string {
  return `${count} ${UNITS[unit][language][count === 1 ? 0 : 1]}`;
}

/** The same with the working days in it, where it is long enough to hold any. */
export function withWorkingDays(
  duration: string,
  workingDays: number,
  seconds: number,
  language: Language,
): string {
  return seconds < DAY ? duration : `${duration} (${counted(workingDays, 'workingDay', language)})`;
}

/** As `addingUp` writes the whole of its parts. */
export function wholeInWords(seconds: number, language: Language): string {
  return exactly(rounded(seconds, unitOfWhole(seconds)), language);
}

/**
 * The parts and their whole, rounded so that the written parts make the written whole (largest remainders).
 * Hamilton's method, as for seats in an assembly.
 */
export function addingUp(parts: readonly number[], language: Language): { parts: string[]; whole: string } {
  const sum = parts.reduce((total, part) => total + part, 0);
  const unit = unitOfWhole(sum);
  const counts = parts.map((part) => Math.floor(part / unit));
  const left = Math.round(sum / unit) - counts.reduce((total, count) => total + count, 0);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part / unit - Math.floor(part / unit) }))
    .sort((one, other) => other.remainder - one.remainder);
  for (const { index } of byRemainder.slice(0, left)) counts[index] = (counts[index] ?? 0) + 1;
  const told = counts.map((count) =>
    count === 0 ? underOne(unit, language) : exactly(count * unit, language),
  );
  return { parts: told, whole: wholeInWords(sum, language) };
}

function unitOfWhole(seconds: number): number {
  if (seconds < 2 * HOUR) return 1;
  return seconds < 2 * DAY ? MINUTE : HOUR;
}

/** A part too short to write in the unit of the whole. */
function underOne(unit: number, language: Language): string {
  const name = unit === HOUR ? 'hour' : unit === MINUTE ? 'minute' : 'second';
  return filled(SENTENCES.under[language], { duration: counted(1, name, language) });
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
